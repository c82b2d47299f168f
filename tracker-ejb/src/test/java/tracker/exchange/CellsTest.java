package tracker.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellsTest {
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
