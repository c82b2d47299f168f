package tracker.shared.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tracker.shared.Clock;

/** Days as people say them; a day has no zone, so it is the same for everybody. */
@Named("dates")
@RequestScoped
public class Days {
  @Inject private Clock clock;
  @Inject private Words words;

  /** {@code 21 Nov}, with the year where it is not this one. */
  public String day(@Nullable LocalDate day) {
    return day == null ? "" : format(isThisYear(day) ? "d MMM" : "d MMM yyyy", day);
  }

  /** {@code Sat, 21 November 2026}, for hovering and for readers of screens. */
  public String full(@Nullable LocalDate day) {
    return day == null ? "" : format("EEE, d MMMM yyyy", day);
  }

  /** {@code 21–24 Nov} or {@code 30 Nov – 2 Dec}. */
  public String span(LocalDate from, LocalDate to) {
    boolean oneMonth = from.getMonth() == to.getMonth() && from.getYear() == to.getYear();
    return oneMonth ? from.getDayOfMonth() + "–" + day(to) : day(from) + " – " + day(to);
  }

  /** {@code Sat}. */
  public String weekday(LocalDate day) {
    return format("EEE", day);
  }

  /** {@code November}, with the year where it is not this one. */
  public String month(LocalDate day) {
    String name = format(isThisYear(day) ? "LLLL" : "LLLL yyyy", day);
    return name.substring(0, 1).toUpperCase(words.locale()) + name.substring(1);
  }

  private boolean isThisYear(LocalDate day) {
    return day.getYear() == LocalDate.ofInstant(clock.now(), ZoneOffset.UTC).getYear();
  }

  private String format(String pattern, LocalDate day) {
    return DateTimeFormatter.ofPattern(pattern, words.locale()).format(day).replace(".", "");
  }
}
