package tracker.report;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tracker.shared.Problem;

/**
 * The days that a report is about, both included, in the caller's time zone.
 *
 * @param weekly whether it counts by weeks, from Monday on, because there are too many days to look
 *     at
 */
record Period(LocalDate from, LocalDate to, ZoneId zone, boolean weekly) {
  /** What is shown where nothing is asked for. */
  private static final int USUAL = 30;

  /** By the day up to here. */
  private static final int DAILY = 62;

  private static final int MOST = 731;

  /** Reads days such as {@code 2026-11-21}; 422 for others, and for more than two years. */
  static Period of(@Nullable String from, @Nullable String to, ZoneId zone, Instant now) {
    LocalDate last = to == null || to.isEmpty() ? now.atZone(zone).toLocalDate() : day("to", to);
    LocalDate first =
        from == null || from.isEmpty() ? last.minusDays(USUAL - 1) : day("from", from);
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    if (days < 1 || days > MOST) {
      throw Problem.invalid("from", "invalid.period", MOST);
    }
    return new Period(first, last, zone, days > DAILY);
  }

  private static LocalDate day(String field, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1 && day.getYear() <= 9998) {
        return day;
      }
    } catch (DateTimeException e) {
      // told below, like a year that no calendar has
    }
    throw Problem.invalid(field, "invalid.day");
  }

  Instant start() {
    return from.atStartOfDay(zone).toInstant();
  }

  /** The first moment after it. */
  Instant end() {
    return to.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** {@code day} or {@code week}, as the database cuts time. */
  String unit() {
    return weekly ? "week" : "day";
  }

  /** The first days of what it is counted by; the first week may begin before the period. */
  List<LocalDate> parts() {
    LocalDate at = weekly ? from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : from;
    List<LocalDate> parts = new ArrayList<>();
    for (; !at.isAfter(to); at = at.plusDays(weekly ? 7 : 1)) {
      parts.add(at);
    }
    return parts;
  }
}
