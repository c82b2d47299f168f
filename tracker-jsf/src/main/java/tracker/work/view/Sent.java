package tracker.work.view;

import jakarta.faces.context.FacesContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.CommonProblem;
import tracker.shared.Ids;
import tracker.shared.Problem;

/** What the browser sent with the running request. */
final class Sent {
  private Sent() {}

  /** A parameter, or null where it is absent or empty. */
  static @Nullable String text(String name) {
    String value = parameters().get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** A parameter that may be empty; 400 where it is absent. */
  static String value(String name) {
    String value = parameters().get(name);
    if (value == null) {
      throw Problem.of(CommonProblem.BAD_REQUEST);
    }
    return value;
  }

  /** An id, or null where there is none. */
  static @Nullable UUID id(String name) {
    return Ids.parse(text(name));
  }

  /** Ids with commas between them; what is none is left out. */
  static List<UUID> ids(String name) {
    return List.of(value(name).split(",")).stream().flatMap(Sent::parsed).toList();
  }

  private static java.util.stream.Stream<UUID> parsed(String text) {
    return java.util.stream.Stream.ofNullable(Ids.parse(text));
  }

  /** The version that the page was made from, or null. */
  static @Nullable Long version() {
    String text = text("version");
    return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }

  private static Map<String, String> parameters() {
    return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
  }
}
