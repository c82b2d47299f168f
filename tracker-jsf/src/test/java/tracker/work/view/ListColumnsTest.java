package tracker.work.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListColumnsTest {
  @Test
  void columns_are_read_in_the_order_in_which_they_were_kept() {
    assertEquals(
        List.of("key", "due", "status"),
        List.copyOf(ListColumns.read("key~due-140~status").keySet()));
    assertEquals(Optional.of(140), ListColumns.read("key~due-140").get("due"));
  }

  @Test
  void what_is_no_column_or_no_width_is_left_out() {
    assertEquals(
        Map.of("status", Optional.empty(), "tags", Optional.of(ListColumns.WIDEST)),
        ListColumns.read("secret~status-wide~status-90~tags-9999~<script>"));
    assertEquals(Optional.of(ListColumns.NARROWEST), ListColumns.read("due-1").get("due"));
    assertEquals(Map.of(), ListColumns.read(""));
  }
}
