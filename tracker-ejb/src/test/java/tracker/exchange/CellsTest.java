package tracker.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+7 495", "-2", "@anna", "\t=x", "\r=x", "'=1", "''@x", "-\nx"})
  void no_cell_begins_a_formula_and_each_is_read_back(String text) {
    String cell = Cells.guarded(text);
    assertEquals("'" + text, cell);
    assertEquals(text, Cells.bare(cell));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "'quoted'", "'", "a=b", " =1", "1-2", "it's"})
  void other_cells_stay_as_they_are(String text) {
    assertEquals(text, Cells.guarded(text));
    assertEquals(text, Cells.bare(text));
  }

  @Test
  void several_values_share_a_cell_whatever_stands_in_them() {
    List<String> names = List.of("bug", "red, blue", "say \"hi\"", "ui;ux", "ёлка, \"x\"");
    assertEquals(names, Cells.split(Cells.joined(names)));
    assertEquals("bug, ui", Cells.joined(List.of("bug", "ui")));
    assertEquals("", Cells.joined(List.of()));
  }

  @Test
  void typed_lists_are_read_with_their_slips() {
    assertEquals(List.of("a", "b"), Cells.split(" a ,, b, "));
    assertEquals(List.of("5\" pipe"), Cells.split("5\" pipe"));
    assertEquals(List.of("open"), Cells.split("\"open"));
    assertEquals(List.of(), Cells.split("  "));
  }
}
