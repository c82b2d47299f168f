package tracker.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IcsTest {
  private static final Instant AT = Instant.parse("2027-01-02T03:04:05Z");

  @Test
  void days_and_moments_are_written_as_programs_read_them() {
    Ics ics = new Ics("Anna");
    ics.days(
        new UUID(0, 1), AT, LocalDate.parse("2027-02-01"), LocalDate.parse("2027-02-03"), "Neva");
    ics.moment(new UUID(0, 2), AT, AT, "a, b; c\\d\ne");
    String text = ics.written();
    assertTrue(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), text);
    assertTrue(
        text.contains(
            "BEGIN:VEVENT\r\nUID:00000000-0000-0000-0000-000000000001@gerask\r\n"
                + "DTSTAMP:20270102T030405Z\r\nDTSTART;VALUE=DATE:20270201\r\n"
                + "DTEND;VALUE=DATE:20270203\r\nSUMMARY:Neva\r\nEND:VEVENT\r\n"),
        text);
    assertTrue(text.contains("DTSTART:20270102T030405Z\r\nSUMMARY:a\\, b\\; c\\\\d\\ne\r\n"), text);
    assertTrue(text.endsWith("END:VCALENDAR\r\n"), text);
  }

  @Test
  void no_line_has_more_than_75_bytes_and_no_letter_is_cut() {
    String words = "Ночь в номере с видом на реку 🛏 ".repeat(20).strip();
    Ics ics = new Ics("x");
    ics.moment(new UUID(0, 2), AT, AT, words);
    String text = ics.written();
    for (String line : text.split("\r\n")) {
      assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
    }
    String whole = text.replace("\r\n ", "");
    assertEquals(1, whole.split("SUMMARY:" + words, -1).length - 1, whole);
  }
}
