package tracker.calendar.view;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How much of the calendar is shown at once, and how much of a day before the rest is counted. */
public enum Span {
  MONTH(3),
  WEEK(20),
  DAY(Integer.MAX_VALUE);

  private final int most;

  Span(int most) {
    this.most = most;
  }

  /** How many entries a day shows. */
  int most() {
    return most;
  }

  /** Its name in addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of this name; a month for any other. */
  static Span of(String word) {
    for (Span one : values()) {
      if (one.word().equals(word)) {
        return one;
      }
    }
    return MONTH;
  }

  /** The first day to show, so that weeks are whole. */
  LocalDate from(LocalDate at, DayOfWeek first) {
    return switch (this) {
      case MONTH -> at.withDayOfMonth(1).with(TemporalAdjusters.previousOrSame(first));
      case WEEK -> at.with(TemporalAdjusters.previousOrSame(first));
      case DAY -> at;
    };
  }

  /** The day after the last one to show. */
  LocalDate to(LocalDate at, DayOfWeek first) {
    return switch (this) {
      case MONTH ->
          at.with(TemporalAdjusters.firstDayOfNextMonth())
              .with(TemporalAdjusters.nextOrSame(first));
      case WEEK -> from(at, first).plusWeeks(1);
      case DAY -> at.plusDays(1);
    };
  }

  /** A day of the part so many after this one, or before it. */
  LocalDate step(LocalDate at, int by) {
    return switch (this) {
      case MONTH -> at.withDayOfMonth(1).plusMonths(by);
      case WEEK -> at.plusWeeks(by);
      case DAY -> at.plusDays(by);
    };
  }
}
