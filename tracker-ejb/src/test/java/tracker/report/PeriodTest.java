package tracker.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tracker.shared.Problem;

class PeriodTest {
  private static final Instant NOW = Instant.parse("2026-11-20T22:00:00Z");
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  @Test
  void thirty_days_up_to_today_are_usual() {
    Period usual = Period.of(null, "", MOSCOW, NOW);
    assertEquals(LocalDate.parse("2026-11-21"), usual.to());
    assertEquals(30, usual.parts().size());
    assertEquals(Instant.parse("2026-11-21T21:00:00Z"), usual.end());
    assertEquals("day", usual.unit());
  }

  @Test
  void long_ones_are_counted_by_weeks_from_monday_on() {
    Period long_ = Period.of("2026-08-01", "2026-11-20", MOSCOW, NOW);
    assertTrue(long_.weekly());
    assertEquals(LocalDate.parse("2026-07-27"), long_.parts().get(0));
    assertEquals(17, long_.parts().size());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21, 2026-11-20, from",
    "2024-01-01, 2026-11-20, from",
    "yesterday, , from",
    "2026-02-30, , from",
    ", 2026-11-20T00:00:00Z, to",
    ", +99999-01-01, to"
  })
  void other_periods_are_refused_by_name(String from, String to, String field) {
    Problem refused = assertThrows(Problem.class, () -> Period.of(from, to, MOSCOW, NOW));
    assertTrue(refused.fields().containsKey(field), refused.fields().toString());
  }
}
