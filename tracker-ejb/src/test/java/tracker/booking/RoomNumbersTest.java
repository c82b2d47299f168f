package tracker.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rooms stand in the order in which people look for them. */
class RoomNumbersTest {
  @Test
  void numbers_are_counted_letters_are_read_and_nothing_is_lost() {
    List<String> sorted =
        List.of("101", "12", "2a", "A2", "2", "Suite", "a10", "1000000000000000000000", "").stream()
            .sorted(RoomNumbers.ORDER)
            .toList();
    assertEquals(
        List.of("", "2", "2a", "12", "101", "1000000000000000000000", "A2", "a10", "Suite"),
        sorted);
  }
}
