package tracker.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the daily mail goes out. */
class DailyTest {
  @ParameterizedTest
  @CsvSource({
    "2026-06-01T05:00:00Z, Europe/Berlin, 08:00, 2026-06-01T06:00:00Z",
    "2026-06-01T06:00:00Z, Europe/Berlin, 08:00, 2026-06-02T06:00:00Z",
    "2026-06-01T22:30:00Z, Asia/Vladivostok, 08:00, 2026-06-02T22:00:00Z",
    // the clocks go back in the night: the day has 25 hours
    "2026-10-24T06:00:00Z, Europe/Berlin, 08:00, 2026-10-25T07:00:00Z",
    // and forth: there is no half past two on that day
    "2026-03-28T12:00:00Z, Europe/Berlin, 02:30, 2026-03-29T01:30:00Z",
    "2026-03-29T12:00:00Z, Europe/Berlin, 02:30, 2026-03-30T00:30:00Z"
  })
  void it_is_the_hour_that_was_chosen_there(String now, String zone, String time, String next) {
    assertEquals(Instant.parse(next), Inbox.next(time, ZoneId.of(zone), Instant.parse(now)));
  }
}
