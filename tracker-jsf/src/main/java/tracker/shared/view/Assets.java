package tracker.shared.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;

/** The files of our own that pages load; their version changes with their content. */
@ApplicationScoped
public class Assets {
  private static final List<String> FILES =
      List.of(
          "tokens.css",
          "base.css",
          "shell.css",
          "parts.css",
          "work.css",
          "search.css",
          "workflow.css",
          "figures.css",
          "lodging.css",
          "admin.css",
          "calendar.css",
          "prime.css",
          "prime.js",
          "toast.js",
          "dialogs.js",
          "keys.js",
          "forms.js",
          "menus.js",
          "new-task.js",
          "quick.js",
          "morph.js",
          "live.js",
          "find.js",
          "palette.js",
          "walk.js",
          "query.js",
          "bulk.js",
          "list.js",
          "columns.js",
          "task.js",
          "talk.js",
          "folds.js",
          "board.js",
          "beside.js",
          "link.js",
          "import.js",
          "again.js",
          "send.js",
          "files.js",
          "lodging.js",
          "pictures.js",
          "chart.js",
          "calendar.js",
          "icons.svg");

  private String version = "0";

  @PostConstruct
  void read() {
    CRC32 sum = new CRC32();
    for (String file : FILES) {
      try (InputStream in =
          Assets.class.getResourceAsStream("/META-INF/resources/assets/" + file)) {
        if (in != null) {
          sum.update(in.readAllBytes());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(file, e);
      }
    }
    version = Long.toString(sum.getValue(), Character.MAX_RADIX);
  }

  public String version() {
    return version;
  }
}
