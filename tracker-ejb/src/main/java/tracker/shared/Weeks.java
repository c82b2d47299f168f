package tracker.shared;

import java.time.DayOfWeek;
import java.time.temporal.WeekFields;
import java.util.Locale;

/** On which day weeks begin. */
public final class Weeks {
  private Weeks() {}

  /** The first day of a week for those who read this language. */
  public static DayOfWeek firstDay(Locale locale) {
    // a language alone has no first day for Java, but Russian is spoken where it is Monday
    boolean russian = locale.getLanguage().equals("ru") && locale.getCountry().isEmpty();
    return russian ? DayOfWeek.MONDAY : WeekFields.of(locale).getFirstDayOfWeek();
  }
}
