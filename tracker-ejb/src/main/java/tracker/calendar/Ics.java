package tracker.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Writes a calendar as RFC 5545 wants it. */
final class Ics {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int OCTETS = 75;

  private final StringBuilder text = new StringBuilder();

  Ics(String name) {
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//Gerask//Calendar//EN");
    line("CALSCALE", "GREGORIAN");
    line("METHOD", "PUBLISH");
    line("X-WR-CALNAME", escaped(name));
  }

  /** Something that lasts from one day to another, which is free again. */
  void days(UUID id, Instant changed, LocalDate from, LocalDate to, String what) {
    begin(id, changed);
    line("DTSTART;VALUE=DATE", DAY.format(from));
    line("DTEND;VALUE=DATE", DAY.format(to));
    end(what);
  }

  /** Something that is due at a moment. */
  void moment(UUID id, Instant changed, Instant at, String what) {
    begin(id, changed);
    line("DTSTART", MOMENT.format(at));
    end(what);
  }

  private void begin(UUID id, Instant changed) {
    line("BEGIN", "VEVENT");
    line("UID", id + "@gerask");
    line("DTSTAMP", MOMENT.format(changed));
  }

  private void end(String what) {
    line("SUMMARY", escaped(what));
    line("END", "VEVENT");
  }

  /** The whole of it. */
  String written() {
    line("END", "VCALENDAR");
    return text.toString();
  }

  private static String escaped(String words) {
    return words
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\r\\n?|\\n", "\\\\n")
        .replaceAll("\\p{Cntrl}", "");
  }

  /** A line has 75 bytes at most; what is left goes on in the next one, which a blank begins. */
  private void line(String name, String value) {
    int room = OCTETS;
    for (int point : (name + ":" + value).codePoints().toArray()) {
      String one = Character.toString(point);
      int bytes = one.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > room) {
        text.append("\r\n ");
        room = OCTETS - 1;
      }
      text.append(one);
      room -= bytes;
    }
    text.append("\r\n");
  }
}
