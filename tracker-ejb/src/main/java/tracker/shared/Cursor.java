package tracker.shared;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The opaque place in a list after which its next part begins: the values that the last row was
 * sorted by. It shows nothing that the row itself does not, so it is not signed; whoever reads it
 * checks each value.
 */
public final class Cursor {
  private static final int LONGEST = 4000;

  private Cursor() {}

  /** The cursor with these values; null stays null. */
  public static String write(@Nullable Object... values) {
    List<@Nullable String> texts =
        Arrays.stream(values).map(v -> v == null ? null : v.toString()).toList();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Json.write(texts).getBytes(StandardCharsets.UTF_8));
  }

  /** The values of a cursor; 422 invalid.cursor where it is none or has another count of them. */
  public static @Nullable String[] read(String cursor, int count) {
    if (cursor.length() > LONGEST) {
      throw wrong();
    }
    try {
      String[] values =
          Json.shared().readValue(Base64.getUrlDecoder().decode(cursor), String[].class);
      if (values == null || values.length != count) {
        throw wrong();
      }
      for (String value : values) {
        if (value != null && !Storable.is(value)) {
          throw wrong();
        }
      }
      return values;
    } catch (IOException | IllegalArgumentException e) {
      throw wrong();
    }
  }

  /** The time and the id of a cursor of these two; 422 where it is another one. */
  public static List<Object> timeAndId(String cursor) {
    @Nullable String[] values = read(cursor, 2);
    String time = values[0];
    UUID id = Ids.parse(values[1]);
    try {
      if (time != null && id != null) {
        return List.of(Instant.parse(time), id);
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw wrong();
  }

  /** The refusal of a cursor that was not made by this list. */
  public static Problem wrong() {
    return Problem.invalid("cursor", "invalid.cursor");
  }
}
