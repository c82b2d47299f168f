package tracker.work.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tracker.shared.view.Shell;
import tracker.work.LaneBy;

/**
 * What the reader folded on a board: a cookie of its address, so that it comes as it was left. The
 * page's script writes it.
 */
@RequestScoped
class Folds {
  private static final String COOKIE = "gerask_folds";
  private static final String BETWEEN = "~";

  @Inject private Shell shell;

  private @Nullable Set<String> names;

  /** What a column is called there. */
  static String column(String word) {
    return name("col", word);
  }

  /** What a lane is called there. */
  static String lane(LaneBy by, String lane) {
    return name(by.word(), lane);
  }

  private static String name(String kind, String what) {
    return kind + "-" + URLEncoder.encode(what, StandardCharsets.UTF_8);
  }

  boolean has(String name) {
    if (names == null) {
      String kept = shell.kept(COOKIE);
      names = kept == null ? Set.of() : Set.copyOf(List.of(kept.split(BETWEEN)));
    }
    return names.contains(name);
  }
}
