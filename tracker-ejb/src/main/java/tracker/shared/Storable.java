package tracker.shared;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rule for what PostgreSQL can keep: text without NUL and without half of a surrogate pair,
 * times of the years 1 to 9999. {@link Shapes} applies it to every record that comes in, at any
 * depth.
 */
public final class Storable {
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /** A part of a record under its public name. */
  private record Part(Method accessor, String name) {}

  // asked for with each call: the parts of a record are found out once
  private static final ClassValue<List<Part>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .map(part -> new Part(part.getAccessor(), snake(part.getName())))
              .toList();
        }
      };

  private Storable() {}

  /** Whether this text can be kept as it is. */
  public static boolean is(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  /** The text, or null where nothing is in it. */
  public static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  /** Refuses a text that cannot be kept: 422 with the field named. */
  public static void check(String field, @Nullable String text) {
    if (text != null && !is(text)) {
      throw Problem.invalid(field, "invalid.text");
    }
  }

  /** Refuses a record with anything inside that cannot be kept. */
  public static void check(Record value) {
    Problem problem = Problem.of(CommonProblem.VALIDATION_ERROR);
    scan(value, "", problem);
    if (!problem.fields().isEmpty()) {
      throw problem;
    }
  }

  /** Adds each text and time inside a record that cannot be kept to the refusal. */
  static void scan(@Nullable Object value, String path, Problem problem) {
    if (value instanceof String text) {
      if (!is(text)) {
        problem.field(path, "invalid.text");
      }
    } else if (value instanceof Instant time) {
      if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
        problem.field(path, "invalid.time");
      }
    } else if (value instanceof Optional<?> maybe) {
      scan(maybe.orElse(null), path, problem);
    } else if (value instanceof Collection<?> many) {
      int place = 0;
      for (Object one : many) {
        scan(one, path + "[" + place++ + "]", problem);
      }
    } else if (value instanceof Record) {
      scanParts(value, path, problem);
    } else if (value != null && value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        scan(Array.get(value, i), path + "[" + i + "]", problem);
      }
    }
  }

  private static void scanParts(Object record, String path, Problem problem) {
    String start = path.isEmpty() || path.endsWith(".") ? path : path + ".";
    for (Part part : PARTS.get(record.getClass())) {
      try {
        scan(part.accessor().invoke(record), start + part.name(), problem);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(part.accessor() + " cannot be read", e);
      }
    }
  }

  /** The public name of a record's part: {@code dueAt} is {@code due_at}. */
  static String snake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
