package tracker.query;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tracker.shared.Weeks;

/**
 * What the times of a query mean for somebody, in their time zone and with the first day of the
 * week of their language.
 */
public final class Moments {
  /** The functions, without brackets. */
  public static final List<String> CALLS =
      List.of("today", "now", "startOfWeek", "endOfWeek", "startOfMonth", "endOfMonth");

  private static final Pattern RELATIVE = Pattern.compile("([+-])([0-9]{1,4})([hdwmy])");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS,
          "w", ChronoUnit.WEEKS,
          "m", ChronoUnit.MONTHS,
          "y", ChronoUnit.YEARS);
  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9998;

  private final ZonedDateTime now;
  private final DayOfWeek firstDay;

  public Moments(Instant now, ZoneId zone, Locale locale) {
    this.now = now.atZone(zone);
    this.firstDay = Weeks.firstDay(locale);
  }

  /**
   * What a value covers: a day from its beginning up to the next one, or a moment.
   *
   * @param start the first moment
   * @param end the moment behind it; the same as the start for a moment
   */
  public record Span(Instant start, Instant end) {
    static Span moment(Instant at) {
      return new Span(at, at);
    }

    /** Whether it is no day. */
    public boolean isMoment() {
      return start.equals(end);
    }
  }

  /** What a value means; 422 where it is no time. */
  public Span of(Value value) {
    try {
      return value.kind() == Value.Kind.CALL ? called(value) : read(value);
    } catch (DateTimeException e) {
      throw wrong(value);
    }
  }

  /** The day that a value lies in, which equality is about. */
  public Span dayOf(Value value) {
    Span span = of(value);
    return span.isMoment() ? day(span.start().atZone(now.getZone()).toLocalDate()) : span;
  }

  private Span called(Value value) {
    LocalDate today = now.toLocalDate();
    Map<String, Function<LocalDate, Span>> calls =
        Map.of(
            "today", this::day,
            "now", day -> Span.moment(now.toInstant()),
            "startofweek", day -> first(weekOf(day)),
            "endofweek", day -> last(weekOf(day).plusWeeks(1)),
            "startofmonth", day -> first(day.withDayOfMonth(1)),
            "endofmonth", day -> last(day.withDayOfMonth(1).plusMonths(1)));
    Function<LocalDate, Span> call = calls.get(value.text().toLowerCase(Locale.ROOT));
    if (call == null) {
      throw Wrong.at(
          value.at(), "invalid.query_function", value.text(), String.join("(), ", CALLS) + "()");
    }
    return call.apply(today);
  }

  private LocalDate weekOf(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(firstDay));
  }

  private Span first(LocalDate day) {
    return Span.moment(start(day));
  }

  /** The last moment before a day: a microsecond, the finest that is kept. */
  private Span last(LocalDate before) {
    return Span.moment(start(before).minus(1, ChronoUnit.MICROS));
  }

  private Span read(Value value) {
    Matcher relative = RELATIVE.matcher(value.text());
    if (relative.matches()) {
      long count = Long.parseLong(relative.group(1) + relative.group(2));
      ChronoUnit unit = UNITS.get(relative.group(3));
      return Span.moment(kept(now.plus(count, unit)).toInstant());
    }
    if (value.text().contains("T")) {
      return Span.moment(
          kept(OffsetDateTime.parse(value.text()).atZoneSameInstant(now.getZone())).toInstant());
    }
    return day(LocalDate.parse(value.text()));
  }

  private ZonedDateTime kept(ZonedDateTime time) {
    if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
      throw new DateTimeException("out of what is kept");
    }
    return time;
  }

  private Span day(LocalDate day) {
    kept(day.atStartOfDay(now.getZone()));
    return new Span(start(day), start(day.plusDays(1)));
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(now.getZone()).toInstant();
  }

  private static tracker.shared.Problem wrong(Value value) {
    return Wrong.at(value.at(), "invalid.query_time", value.text());
  }
}
