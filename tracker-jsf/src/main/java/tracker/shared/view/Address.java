package tracker.shared.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of pages: {@code /my-work} shows {@code /pages/my-work.xhtml}, {@code /task/NEVA-1}
 * shows {@code /pages/task.xhtml} with the parameter {@code key}.
 */
record Address(String page, @Nullable String key) {
  /** Where the pages lie; nobody can ask for this folder. */
  static final String FOLDER = "/pages/";

  /** The pages by name; true where the address takes a key after a slash. */
  private static final Map<String, Boolean> PAGES =
      Map.ofEntries(
          Map.entry("login", false),
          Map.entry("register", false),
          Map.entry("my-work", false),
          Map.entry("list", false),
          Map.entry("board", true),
          Map.entry("task", true),
          Map.entry("projects", false),
          Map.entry("project", true),
          Map.entry("import", false),
          Map.entry("report", true),
          Map.entry("users", false),
          Map.entry("webhooks", false),
          Map.entry("failed", false),
          Map.entry("jobs", false),
          Map.entry("calendar", false),
          Map.entry("sessions", true),
          Map.entry("system", false),
          Map.entry("audit", false),
          Map.entry("styleguide", false),
          Map.entry("inbox", false),
          Map.entry("bell", false),
          Map.entry("choose", false),
          Map.entry("beside", false),
          Map.entry("mute", true),
          Map.entry("hotels", false),
          Map.entry("hotel", true),
          Map.entry("room", true),
          Map.entry("chart", true),
          Map.entry("bookings", false),
          Map.entry("stay", true),
          Map.entry("registers", false),
          Map.entry("profile", false),
          Map.entry("about", false));

  private static final Set<String> OPEN = Set.of("login", "register", "about", "mute");

  /** The page behind a path inside the application, or null where there is none. */
  static @Nullable Address of(String path) {
    String rest = path.startsWith("/") ? path.substring(1) : path;
    int slash = rest.indexOf('/');
    String page = slash < 0 ? rest : rest.substring(0, slash);
    String key = slash < 0 ? null : rest.substring(slash + 1);
    Boolean keyed = PAGES.get(page);
    if (keyed == null || key != null && (!keyed || key.isEmpty() || key.indexOf('/') >= 0)) {
      return null;
    }
    return new Address(page, key);
  }

  /** Whether strangers may open it. */
  boolean open() {
    return OPEN.contains(page);
  }

  /** Where the request goes on inside. */
  String inside() {
    String view = FOLDER + page + ".xhtml";
    return key == null ? view : view + "?key=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
  }
}
