package tracker.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+7 495", "-2", "@anna", "\t=x", "\r=x", "'=1", "''@x", "-\nx"})
  void no_cell_begins_a_formula_and_each_is_read_back(String text) {
    String cell = Csv.guarded(text);
    assertEquals("'" + text, cell);
    assertEquals(text, Csv.bare(cell));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "'quoted'", "'", "a=b", " =1", "1-2", "it's"})
  void other_cells_stay_as_they_are(String text) {
    assertEquals(text, Csv.guarded(text));
    assertEquals(text, Csv.bare(text));
  }

  @Test
  void a_row_is_guarded_and_quoted_where_it_must_be() {
    assertEquals(
        "'=1,\"a,b\"\r\nx,y\r\n", Csv.lines(List.of(List.of("=1", "a,b"), List.of("x", "y"))));
  }
}
