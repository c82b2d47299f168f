package tracker.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tracker.shared.Json;
import tracker.shared.Problem;

/** What a body gives: its fields by their public names, without those that a patch leaves. */
public final class Given {
  private Given() {}

  /**
   * Reads a record: of type Optional are fields of a patch, null where it leaves them; all others
   * are given. Text loses the blanks around it; nothing but blanks is null.
   */
  public static ObjectNode by(Record body) {
    ObjectNode given = Json.shared().createObjectNode();
    for (RecordComponent part : body.getClass().getRecordComponents()) {
      Object value = value(body, part);
      boolean left = part.getType() == Optional.class && value == null;
      if (!left) {
        Object plain = value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
        given.set(name(part), Json.shared().valueToTree(stripped(plain)));
      }
    }
    return given;
  }

  /** Refuses null where a row cannot be without. */
  public static void required(ObjectNode row, String... names) {
    for (String name : names) {
      if (row.path(name).isNull() || row.path(name).isMissingNode()) {
        throw Problem.invalid(name, "invalid.required");
      }
    }
  }

  private static @Nullable Object value(Record body, RecordComponent part) {
    try {
      return part.getAccessor().invoke(body);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(part + " cannot be read", e);
    }
  }

  private static @Nullable Object stripped(@Nullable Object value) {
    return value instanceof String text ? (text.isBlank() ? null : text.strip()) : value;
  }

  private static String name(RecordComponent part) {
    return com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE
        .translate(part.getName());
  }
}
