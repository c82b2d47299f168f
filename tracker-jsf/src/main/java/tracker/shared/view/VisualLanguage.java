package tracker.shared.view;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The names that style sheets use and the icons there are, as their own files say. */
@ApplicationScoped
public class VisualLanguage {
  private static final Pattern TOKEN = Pattern.compile("(?<![\\w(-])(--[a-z0-9-]+):");
  private static final Pattern ICON = Pattern.compile("<symbol id=\"([^\"]+)\"");

  private final List<String> tokens = found(TOKEN, "tokens.css");
  private final List<String> icons = found(ICON, "icons.svg");

  private static List<String> found(Pattern pattern, String file) {
    try (InputStream in =
        VisualLanguage.class.getResourceAsStream("/META-INF/resources/assets/" + file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return pattern.matcher(text).results().map(one -> one.group(1)).distinct().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** The names in their order, such as {@code --ink}. */
  public List<String> tokens() {
    return tokens;
  }

  /** The icons in their order. */
  public List<String> icons() {
    return icons;
  }
}
