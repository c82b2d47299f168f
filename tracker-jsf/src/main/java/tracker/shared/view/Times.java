package tracker.shared.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.shared.Clock;

/** Times as people say them, in the reader's language and time zone. */
@Named("time")
@RequestScoped
public class Times {
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

  @Inject private Clock clock;
  @Inject private Caller caller;
  @Inject private Words words;

  /** When something is due: {@code Today 14:00}, {@code Tomorrow}, {@code Sat, 21 Nov}. */
  public String due(@Nullable Instant at) {
    if (at == null) {
      return "";
    }
    ZonedDateTime then = at.atZone(caller.zone());
    String hour = isWholeDay(then) ? "" : " " + format("H:mm", then);
    return switch ((int) daysFromToday(then)) {
      case -1 -> words.get("time.yesterday");
      case 0 -> hour.isEmpty() ? words.get("time.today") : words.get("time.today") + hour;
      case 1 -> words.get("time.tomorrow") + hour;
      default -> day(then);
    };
  }

  /** The hour of a moment, {@code 14:00}; empty where it stands for a whole day. */
  public String hour(@Nullable Instant at) {
    if (at == null || isWholeDay(at.atZone(caller.zone()))) {
      return "";
    }
    return format("H:mm", at.atZone(caller.zone()));
  }

  /** How long ago: {@code now}, {@code 4 min}, {@code 2 h}, {@code 3 d}, then the date. */
  public String ago(@Nullable Instant at) {
    if (at == null) {
      return "";
    }
    Duration since = Duration.between(at, clock.now());
    if (since.toMinutes() < 1) {
      return words.get("time.now");
    }
    if (since.toHours() < 1) {
      return words.say("time.minutes", since.toMinutes());
    }
    if (since.toDays() < 1) {
      return words.say("time.hours", since.toHours());
    }
    return since.toDays() < 7
        ? words.say("time.days", since.toDays())
        : day(at.atZone(caller.zone()));
  }

  /** How long something is, in its largest unit. */
  public String span(long seconds) {
    Duration span = Duration.ofSeconds(seconds);
    if (span.toDays() > 0) {
      return words.say("time.days", span.toDays());
    }
    if (span.toHours() > 0) {
      return words.say("time.hours", span.toHours());
    }
    return span.toMinutes() > 0
        ? words.say("time.minutes", span.toMinutes())
        : words.say("time.seconds", seconds);
  }

  /** How long it is since then, in its largest unit. */
  public String since(Instant then) {
    return span(Math.max(0, Duration.between(then, clock.now()).toSeconds()));
  }

  /** The absolute time, for hovering: {@code Fri, 20 November 2026, 14:00}. */
  public String full(@Nullable Instant at) {
    return at == null ? "" : format("EEE, d MMMM yyyy, H:mm", at.atZone(caller.zone()));
  }

  /** Date and time in short: {@code 20 Nov, 14:00}. */
  public String stamp(@Nullable Instant at) {
    return at == null ? "" : format("d MMM, H:mm", at.atZone(caller.zone()));
  }

  /** The weekday and day of today. */
  public String today() {
    return format("EEEE, d MMMM", clock.now().atZone(caller.zone()));
  }

  /** The hour now, with the time zone. */
  public String nowThere() {
    return format("H:mm", clock.now().atZone(caller.zone()))
        + ", "
        + (caller.zone() instanceof ZoneOffset ? "UTC" : caller.zone().getId());
  }

  /** Whether that moment has passed. */
  public boolean isPast(@Nullable Instant at) {
    return at != null && at.isBefore(clock.now());
  }

  private String day(ZonedDateTime then) {
    boolean near = Math.abs(daysFromToday(then)) < 7;
    boolean thisYear = then.getYear() == today(then).getYear();
    return format(near ? "EEE, d MMM" : thisYear ? "d MMM" : "d MMM yyyy", then);
  }

  private long daysFromToday(ZonedDateTime then) {
    return ChronoUnit.DAYS.between(today(then), then.toLocalDate());
  }

  private LocalDate today(ZonedDateTime then) {
    return clock.now().atZone(then.getZone()).toLocalDate();
  }

  private static boolean isWholeDay(ZonedDateTime then) {
    LocalTime hour = then.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    return hour.equals(LocalTime.MIDNIGHT) || hour.equals(END_OF_DAY);
  }

  private String format(String pattern, ZonedDateTime then) {
    return DateTimeFormatter.ofPattern(pattern, words.locale()).format(then).replace(".", "");
  }
}
