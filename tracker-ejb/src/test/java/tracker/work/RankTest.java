package tracker.work;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tracker.shared.Ids;

class RankTest {
  @Test
  void there_is_always_a_place_strictly_between_two_others() {
    Random random = new Random(7);
    List<String> places = new ArrayList<>(List.of(Rank.ofNew(Ids.next())));
    for (int i = 0; i < 3000; i++) {
      int at = random.nextInt(places.size() + 1);
      String above = at == 0 ? null : places.get(at - 1);
      String below = at == places.size() ? null : places.get(at);
      String place = Rank.between(above, below);
      assertTrue(above == null || above.compareTo(place) < 0, above + " < " + place);
      assertTrue(below == null || place.compareTo(below) < 0, place + " < " + below);
      assertTrue(!place.endsWith("0"), place);
      places.add(at, place);
    }
  }

  @ParameterizedTest
  @CsvSource({"a,b", "a,a1", "a,a01", "0001,001", "zz,zzz", "az,b", "01,1"})
  void close_neighbours_leave_room(String above, String below) {
    String place = Rank.between(above, below);
    assertTrue(above.compareTo(place) < 0 && place.compareTo(below) < 0, place);
  }

  @Test
  void going_to_the_top_again_and_again_stays_short() {
    String top = Rank.ofNew(Ids.next());
    for (int i = 0; i < 1000; i++) {
      top = Rank.between(null, top);
    }
    assertTrue(top.length() < 300, top.length() + " characters");
  }

  @Test
  void places_that_are_not_in_order_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> Rank.between("b", "a"));
    assertThrows(IllegalArgumentException.class, () -> Rank.between("a", "a"));
  }

  @Test
  void a_new_task_stands_after_those_before_it() {
    String first = Rank.ofNew(Ids.next());
    String second = Rank.ofNew(Ids.next());
    assertTrue(first.compareTo(second) < 0);
  }

  @Test
  void a_closed_task_stands_before_all_that_were_new_or_closed_earlier() {
    String open = Rank.ofNew(Ids.next());
    String early = Rank.ofClosed(UUID.fromString("019aa000-0000-7000-8000-000000000000"));
    String late = Rank.ofClosed(UUID.fromString("019aa000-0001-7000-8000-000000000000"));
    assertTrue(late.compareTo(early) < 0);
    assertTrue(early.compareTo(open) < 0);
    assertTrue(Rank.between(null, late).compareTo(late) < 0);
  }
}
