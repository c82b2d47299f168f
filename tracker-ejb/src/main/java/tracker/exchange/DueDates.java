package tracker.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as trackers write them: {@code 2026-12-31}, with an hour or an offset, {@code
 * 31.12.2026}, {@code 31/Dec/26 12:00 AM}, {@code 31/дек/26}, {@code 31/12/2026} and {@code
 * 12/31/2026}, which of the two the column itself shows. A day is due at its end; so is midnight of
 * those who write days with an hour.
 *
 * @param monthFirst whether {@code 02/03/2026} is the third of February
 */
record DueDates(ZoneId zone, boolean monthFirst) {
  /** As pages set it. */
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

  private static final String TIME =
      "(?:[t ,]+(\\d{1,2}):(\\d{2})(?::\\d{2}(?:\\.\\d+)?)?\\s*([ap]m)?)?";
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})" + TIME);
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4}|\\d{2})" + TIME);
  private static final Pattern WORDS =
      Pattern.compile("(\\d{1,2})[ ./-](\\p{L}{3})\\p{L}*\\.?[ ./-](\\d{4}|\\d{2})" + TIME);
  private static final List<String> ENGLISH =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> RUSSIAN =
      List.of("янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек");

  /** For a column with these cells. */
  static DueDates of(ZoneId zone, Collection<String> cells) {
    boolean monthFirst =
        cells.stream()
            .map(cell -> NUMBERS.matcher(cell.strip().toLowerCase(Locale.ROOT)))
            .anyMatch(
                one ->
                    one.matches()
                        && one.group(2).equals("/")
                        && Integer.parseInt(one.group(3)) > 12);
    return new DueDates(zone, monthFirst);
  }

  /** The moment; empty where this is no date. */
  Optional<Instant> read(String cell) {
    String text = cell.strip();
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      // without an offset, then
    }
    try {
      return Optional.ofNullable(local(text.toLowerCase(Locale.ROOT)));
    } catch (DateTimeException e) {
      return Optional.empty(); // the 31st of February
    }
  }

  private @Nullable Instant local(String text) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return at(number(iso, 1), number(iso, 2), number(iso, 3), iso, 4);
    }
    Matcher numbers = NUMBERS.matcher(text);
    if (numbers.matches()) {
      boolean turned = monthFirst && numbers.group(2).equals("/");
      int day = number(numbers, turned ? 3 : 1);
      return at(year(numbers.group(4)), number(numbers, turned ? 1 : 3), day, numbers, 5);
    }
    Matcher words = WORDS.matcher(text);
    if (words.matches()) {
      int month = month(words.group(2));
      return month == 0 ? null : at(year(words.group(3)), month, number(words, 1), words, 4);
    }
    return null;
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }

  private static int year(String text) {
    int year = Integer.parseInt(text);
    return text.length() == 2 ? 2000 + year : year;
  }

  private static int month(String word) {
    int english = ENGLISH.indexOf(word);
    return 1 + (english >= 0 ? english : RUSSIAN.indexOf(word.equals("май") ? "мая" : word));
  }

  private Instant at(int year, int month, int day, Matcher found, int time) {
    LocalDate date = LocalDate.of(year, month, day);
    LocalTime hour = END_OF_DAY;
    if (found.group(time) != null) {
      int hours = number(found, time);
      String half = found.group(time + 2);
      if (half != null) {
        hours = hours % 12 + (half.equals("pm") ? 12 : 0);
      }
      LocalTime said = LocalTime.of(hours, number(found, time + 1));
      hour = said.equals(LocalTime.MIDNIGHT) ? END_OF_DAY : said;
    }
    return date.atTime(hour).atZone(zone).toInstant();
  }
}
