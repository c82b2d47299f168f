package tracker.shared;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  @Test
  void what_was_written_is_read() {
    String cursor = Cursor.write("Ёж", 5L, null);
    assertArrayEquals(new String[] {"Ёж", "5", null}, Cursor.read(cursor, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "%%%",
        "bnVsbA",
        "WyJhIl0",
        "eyJhIjoxfQ",
        "WzEsWzJdLDNd",
        "WyJcdTAwMDAiLCIyIiwiMyJd"
      })
  void anything_else_is_refused_by_name(String cursor) {
    Problem refused = assertThrows(Problem.class, () -> Cursor.read(cursor, 3));
    assertEquals(422, refused.code().status());
    assertEquals(Set.of("cursor"), refused.fields().keySet());
  }
}
