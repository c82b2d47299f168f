package tracker.shared.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days as browsers send them. */
class DayConverterTest {
  @Test
  void a_day_is_read() {
    assertEquals(LocalDate.of(2026, 11, 21), DayConverter.day(" 2026-11-21 "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "21.11.2026", "2026-02-30", "+12026-01-01", "0000-01-01", "tomorrow"})
  void what_is_no_day_counts_as_nothing(String text) {
    assertNull(DayConverter.day(text));
  }
}
