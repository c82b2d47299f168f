package tracker.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.shared.Problem;

class MomentsTest {
  // a Saturday in Moscow, still a Friday in New York
  private static final Instant NOW = Instant.parse("2026-11-20T22:30:00Z");

  private static Moments moments(String zone, String language) {
    return new Moments(NOW, ZoneId.of(zone), Locale.forLanguageTag(language));
  }

  private static Value value(String text) {
    return text.endsWith("()")
        ? new Value(Value.Kind.CALL, text.substring(0, text.length() - 2), 7)
        : new Value(Value.Kind.WORD, text, 7);
  }

  @ParameterizedTest
  @CsvSource({
    "today(), Europe/Moscow, ru, 2026-11-20T21:00:00Z, 2026-11-21T21:00:00Z",
    "today(), America/New_York, en, 2026-11-20T05:00:00Z, 2026-11-21T05:00:00Z",
    "NOW(), UTC, en, 2026-11-20T22:30:00Z, 2026-11-20T22:30:00Z",
    "2026-11-20, Asia/Tokyo, en, 2026-11-19T15:00:00Z, 2026-11-20T15:00:00Z",
    "-7d, UTC, en, 2026-11-13T22:30:00Z, 2026-11-13T22:30:00Z",
    "+2w, UTC, en, 2026-12-04T22:30:00Z, 2026-12-04T22:30:00Z",
    "-36h, UTC, en, 2026-11-19T10:30:00Z, 2026-11-19T10:30:00Z",
    "+1m, UTC, en, 2026-12-20T22:30:00Z, 2026-12-20T22:30:00Z",
    "startOfWeek(), UTC, ru, 2026-11-16T00:00:00Z, 2026-11-16T00:00:00Z",
    "startOfWeek(), UTC, en, 2026-11-15T00:00:00Z, 2026-11-15T00:00:00Z",
    "endOfWeek(), UTC, ru, 2026-11-22T23:59:59.999999Z, 2026-11-22T23:59:59.999999Z",
    "endOfMonth(), UTC, ru, 2026-11-30T23:59:59.999999Z, 2026-11-30T23:59:59.999999Z",
    "startOfMonth(), Europe/Moscow, ru, 2026-10-31T21:00:00Z, 2026-10-31T21:00:00Z",
    "2026-11-20T10:00:00+03:00, UTC, ru, 2026-11-20T07:00:00Z, 2026-11-20T07:00:00Z",
    // a day of 25 hours
    "2026-10-25, Europe/Berlin, en, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z"
  })
  void times_are_those_of_the_caller(
      String text, String zone, String language, Instant start, Instant end) {
    assertEquals(new Moments.Span(start, end), moments(zone, language).of(value(text)));
  }

  @Test
  void equality_is_about_the_day() {
    Moments moments = moments("Europe/Moscow", "ru");
    assertEquals(moments.of(value("today()")), moments.dayOf(value("now()")));
    assertEquals(moments.of(value("2026-11-22")), moments.dayOf(value("endOfWeek()")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tomorrow",
        "2026-13-01",
        "2026-02-30",
        "7d",
        "+99999d",
        "-9999y",
        "+9999y",
        "nextWeek()",
        "20.11.2026",
        "0000-01-01",
        "9999-12-31",
        "T"
      })
  void what_is_no_time_is_refused_with_its_column(String text) {
    Problem refused = assertThrows(Problem.class, () -> moments("UTC", "en").of(value(text)));
    assertEquals(Set.of("q"), refused.fields().keySet());
    assertEquals(7, refused.fields().values().iterator().next().args().get(0));
  }
}
