package tracker.calendar.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import tracker.booking.BookingView;
import tracker.calendar.CalendarView;
import tracker.calendar.Calendars;
import tracker.identity.Caller;
import tracker.shared.Clock;
import tracker.shared.Problem;
import tracker.shared.Text;
import tracker.shared.Weeks;
import tracker.shared.view.Asked;
import tracker.shared.view.Days;
import tracker.shared.view.Shell;
import tracker.shared.view.Times;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;
import tracker.work.TaskChange;
import tracker.work.TaskView;
import tracker.work.Tasks;

/** A month, a week or a day: what is due and where one sleeps; or what is due in a project. */
@Named("calendarPage")
@RequestScoped
public class CalendarPage {
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2999;

  @Inject private Calendars calendars;
  @Inject private Tasks tasks;
  @Inject private Caller caller;
  @Inject private Clock clock;
  @Inject private Asked asked;
  @Inject private Days dates;
  @Inject private Times times;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable List<CalendarDay> days;

  /** How much is shown: a month where the address does not say. */
  public Span getSpan() {
    String word = asked.textOrNull("view");
    return Span.of(word == null ? "" : word);
  }

  /** The project whose tasks are shown; null: the reader's own. */
  public @Nullable String getProject() {
    return asked.textOrNull("project");
  }

  private LocalDate today() {
    return clock.now().atZone(caller.zone()).toLocalDate();
  }

  /** The day around which it is; today where the address does not say. */
  public LocalDate getAt() {
    LocalDate day = asked.dayOrNull("at");
    return day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? today() : day;
  }

  private DayOfWeek first() {
    return Weeks.firstDay(caller.locale());
  }

  /** The days in their order, with what is on them. */
  public List<CalendarDay> getDays() {
    if (days == null) {
      LocalDate from = getSpan().from(getAt(), first());
      LocalDate to = getSpan().to(getAt(), first());
      String project = getProject();
      CalendarView view = calendars.shown(from, to, project);
      if (project != null) {
        shell.remember(project.toUpperCase(Locale.ROOT));
      }
      Map<LocalDate, List<TaskView>> due =
          view.tasks().stream().collect(Collectors.groupingBy(this::day));
      days =
          from.datesUntil(to)
              .map(day -> day(day, view.bookings(), due.getOrDefault(day, List.of())))
              .toList();
    }
    return days;
  }

  private LocalDate day(TaskView task) {
    Instant due = task.dueAt();
    return (due == null ? clock.now() : due).atZone(caller.zone()).toLocalDate();
  }

  private CalendarDay day(LocalDate day, List<BookingView> all, List<TaskView> due) {
    List<BookingView> stays =
        all.stream()
            .filter(one -> !day.isBefore(one.checkIn()) && day.isBefore(one.checkOut()))
            .toList();
    int most = getSpan().most();
    int whole = stays.size() + due.size();
    // the line that says how much more there is stands for one at least
    int room = whole > most ? most - 1 : whole;
    List<BookingView> nights = stays.subList(0, Math.min(room, stays.size()));
    List<TaskView> shown = due.subList(0, Math.min(room - nights.size(), due.size()));
    LocalDate today = today();
    return new CalendarDay(
        day,
        nights,
        shown,
        whole - nights.size() - shown.size(),
        day.equals(today),
        day.isBefore(today),
        getSpan() == Span.MONTH && day.getMonth() != getAt().getMonth());
  }

  /** The days of a week, for the heads of columns. */
  public List<String> getWeekdays() {
    LocalDate first = Span.WEEK.from(getAt(), first());
    return first.datesUntil(first.plusWeeks(1)).map(dates::weekday).toList();
  }

  /** Which days these are. */
  public String getTitle() {
    LocalDate at = getAt();
    return switch (getSpan()) {
      case MONTH -> dates.month(at);
      case WEEK -> dates.span(Span.WEEK.from(at, first()), Span.WEEK.to(at, first()).minusDays(1));
      case DAY -> dates.full(at);
    };
  }

  /** Whether nothing at all is on these days. */
  public boolean isBare() {
    return getDays().stream().allMatch(CalendarDay::isEmpty);
  }

  public String getEarlier() {
    return link(getSpan().word(), getSpan().step(getAt(), -1));
  }

  public String getLater() {
    return link(getSpan().word(), getSpan().step(getAt(), 1));
  }

  public String getToday() {
    return link(getSpan().word(), null);
  }

  /** The same days as another view. */
  public String as(String span) {
    return link(span, asked.dayOrNull("at") == null ? null : getAt());
  }

  /** One day alone. */
  public String day(LocalDate day) {
    return link("day", day);
  }

  /** The reader's own, or that of a project. */
  public String of(@Nullable String project) {
    return shell.link("/calendar" + query(getSpan().word(), asked.dayOrNull("at"), project));
  }

  private String link(String span, @Nullable LocalDate at) {
    return shell.link("/calendar" + query(span, at, getProject()));
  }

  private static String query(String span, @Nullable LocalDate at, @Nullable String project) {
    List<String> parts = new ArrayList<>();
    if (!span.equals(Span.MONTH.word())) {
      parts.add("view=" + span);
    }
    if (at != null) {
      parts.add("at=" + at);
    }
    if (project != null) {
      parts.add("project=" + URLEncoder.encode(project, StandardCharsets.UTF_8));
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  /** Makes the task that the request names due on the day that it names, at the hour it was. */
  public void move() {
    LocalDate day = asked.dayOrNull("day");
    if (day == null) {
      throw Problem.invalid("due_at", "invalid.date");
    }
    TaskView task = tasks.one(asked.text("task"));
    Instant due = task.dueAt();
    ZonedDateTime was = (due == null ? clock.now() : due).atZone(caller.zone());
    Instant now = day.atTime(was.toLocalTime()).atZone(caller.zone()).toInstant();
    TaskView moved =
        tasks.change(task.id().toString(), TaskChange.ofDue(now), asked.number("version"));
    toasts.done(words.say(Text.of("edit.due", moved.key(), times.due(moved.dueAt()))));
    PrimeFaces.current().ajax().addCallbackParam("version", moved.version());
  }
}
