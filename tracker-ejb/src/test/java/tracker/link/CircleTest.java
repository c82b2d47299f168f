package tracker.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircleTest {
  private static UUID id(String name) {
    return new UUID(0, name.charAt(0));
  }

  private static Circle.Step step(String names) {
    return new Circle.Step(id(names.substring(0, 1)), id(names.substring(1)));
  }

  private static String closed(String step, String there) {
    List<Circle.Step> steps =
        Arrays.stream(there.split(" ")).filter(s -> !s.isEmpty()).map(CircleTest::step).toList();
    return Circle.closedBy(step(step), steps).stream()
        .map(one -> String.valueOf((char) one.getLeastSignificantBits()))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource({
    "ab, '', ''",
    "ab, 'bc cd', ''",
    "ab, 'cb db', ''",
    "ab, 'ba', aba",
    "ca, 'ab bc', cabc",
    "da, 'ab bc cd bd', dabd",
    "ab, 'bc cb cd', ''",
    "ab, 'bc cb ca', abca",
    "aa, '', aa"
  })
  void a_step_closes_the_shortest_circle_or_none(String step, String there, String circle) {
    assertEquals(circle, closed(step, there));
  }

  @Test
  void many_ways_to_the_same_end_cost_no_more_than_their_steps() {
    List<Circle.Step> ladder = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      for (int to : new int[] {1, 2}) {
        ladder.add(new Circle.Step(new UUID(1, i), new UUID(1, i + to)));
      }
    }
    Circle.Step back = new Circle.Step(new UUID(1, 2_000), new UUID(1, 0));
    List<UUID> circle = Circle.closedBy(back, ladder);
    assertEquals(1_002, circle.size());
    assertEquals(
        IntStream.of(2_000, 0).mapToObj(i -> new UUID(1, i)).toList(), circle.subList(0, 2));
  }
}
