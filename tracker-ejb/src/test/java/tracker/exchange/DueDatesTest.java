package tracker.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DueDatesTest {
  private static final DueDates MOSCOW = new DueDates(ZoneId.of("Europe/Moscow"), false);

  @ParameterizedTest
  @CsvSource({
    "2026-12-31T10:00:00Z, 2026-12-31T10:00:00Z",
    "2026-12-31T10:00:00+03:00, 2026-12-31T07:00:00Z",
    "2026-12-31, 2026-12-31T20:59:00Z",
    "2026-12-31 18:30, 2026-12-31T15:30:00Z",
    "2026-12-31 18:30:15, 2026-12-31T15:30:00Z",
    "31.12.2026, 2026-12-31T20:59:00Z",
    "31/12/2026, 2026-12-31T20:59:00Z",
    "1/2/2026, 2026-02-01T20:59:00Z",
    "31/Dec/26 12:00 AM, 2026-12-31T20:59:00Z",
    "5/Jan/26 3:30 PM, 2026-01-05T12:30:00Z",
    "5/Jan/26 12:30 PM, 2026-01-05T09:30:00Z",
    "05/янв/26 15:30, 2026-01-05T12:30:00Z",
    "3 мая 2026, 2026-05-03T20:59:00Z",
    "3 May 2026, 2026-05-03T20:59:00Z",
    "12 сент. 2026, 2026-09-12T20:59:00Z",
    "' 2026-12-31 ', 2026-12-31T20:59:00Z"
  })
  void dates_are_read_as_trackers_write_them(String cell, Instant expected) {
    assertEquals(expected, MOSCOW.read(cell).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"soon", "31.02.2026", "2026", "32/Dec/26", "1/Foo/26", "12:00", "2026-13-01"})
  void what_is_no_date_is_not_guessed(String cell) {
    assertTrue(MOSCOW.read(cell).isEmpty());
  }

  @Test
  void a_column_shows_whether_the_month_comes_first() {
    ZoneId utc = ZoneId.of("UTC");
    DueDates american = DueDates.of(utc, List.of("02/03/2026", "12/31/2026"));
    assertEquals(Instant.parse("2026-02-03T23:59:00Z"), american.read("02/03/2026").orElseThrow());
    DueDates other = DueDates.of(utc, List.of("02/03/2026", "31/12/2026"));
    assertEquals(Instant.parse("2026-03-02T23:59:00Z"), other.read("02/03/2026").orElseThrow());
  }
}
