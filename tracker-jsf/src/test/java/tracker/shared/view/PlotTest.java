package tracker.shared.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotTest {
  @ParameterizedTest
  @CsvSource({
    "0, 2",
    "1, 2",
    "2, 2",
    "3, 5",
    "5, 5",
    "6, 10",
    "10, 10",
    "11, 20",
    "48, 50",
    "51, 100",
    "100001, 200000"
  })
  void the_upper_edge_is_a_round_number_above_all_values(long highest, long top) {
    assertEquals(top, Plot.upTo(highest).top());
  }

  @Test
  void the_middle_is_told_where_it_is_whole() {
    assertEquals("5", new Plot(10).getHalf());
    assertEquals("", new Plot(5).getHalf());
  }

  @Test
  void bars_stand_side_by_side_and_none_for_nothing() {
    assertEquals(
        List.of(
            new Plot.Column("a", "50", "50", "200", "50"),
            new Plot.Column("b", "250", "0", "200", "100"),
            new Plot.Column("b", "750", "75", "200", "25")),
        new Plot(4).columns(List.of("a", "b"), List.of(List.of(2L, 0L), List.of(4L, 1L))));
  }

  @Test
  void areas_lie_upon_each_other() {
    List<Plot.Area> areas =
        new Plot(10).areas(List.of("low", "high"), List.of(List.of(1L, 2L), List.of(3L, 8L)));
    assertEquals("0,90 1000,80 1000,100 0,100", areas.get(0).points());
    assertEquals("0,60 1000,0 1000,80 0,90", areas.get(1).points());
  }
}
