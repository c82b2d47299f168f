package tracker.report.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.project.ProjectView;
import tracker.project.Projects;
import tracker.report.ReportView;
import tracker.report.Reports;
import tracker.shared.Clock;
import tracker.shared.view.Asked;
import tracker.shared.view.Plot;
import tracker.shared.view.Shell;
import tracker.shared.view.Words;

/** The report of one project for the days of the address: {@code ?days=90}, or from and to. */
@Named("reportPage")
@RequestScoped
public class ReportPage {
  private static final List<Integer> CHOICES = List.of(7, 30, 90, 365);
  private static final List<String> CATEGORIES = List.of("canceled", "done", "in_progress", "todo");

  @Inject private Reports reports;
  @Inject private Projects projects;
  @Inject private Asked asked;
  @Inject private Caller caller;
  @Inject private Clock clock;
  @Inject private Shell shell;
  @Inject private Words words;

  private @Nullable ReportView report;
  private @Nullable ProjectView project;

  /** A row with a bar: what it is, how many, how long the bar is in hundredths, where it leads. */
  public record Share(String label, long value, long percent, String kind, @Nullable String link) {}

  public ProjectView getProject() {
    if (project == null) {
      project = projects.one(asked.key());
    }
    return project;
  }

  public ReportView getReport() {
    if (report == null) {
      String from = asked.textOrNull("from");
      String to = asked.textOrNull("to");
      int days = getDays();
      if (days > 0) {
        LocalDate today = clock.now().atZone(caller.zone()).toLocalDate();
        from = today.minusDays(days - 1L).toString();
        to = today.toString();
      }
      report = reports.of(asked.key(), from, to);
    }
    return report;
  }

  /** The periods to choose from, in days up to today. */
  public List<Integer> getChoices() {
    return CHOICES;
  }

  /** The one that is chosen; 0 where the address names days itself. */
  public int getDays() {
    String days = asked.textOrNull("days");
    for (int choice : CHOICES) {
      if (Integer.toString(choice).equals(days)) {
        return choice;
      }
    }
    return asked.textOrNull("from") == null && asked.textOrNull("to") == null ? 30 : 0;
  }

  /** Whether there is nothing to count. */
  public boolean isBlank() {
    return getReport().flow().stream().allMatch(one -> one.total() == 0)
        && sum(ReportView.Arrival::created) == 0;
  }

  public long getCreated() {
    return sum(ReportView.Arrival::created);
  }

  public long getResolved() {
    return sum(ReportView.Arrival::resolved);
  }

  private long sum(ToLongFunction<ReportView.Arrival> part) {
    return getReport().arrivals().stream().mapToLong(part).sum();
  }

  /** Open tasks by status. */
  public List<Share> getStatuses() {
    List<ReportView.InStatus> all = getReport().open().byStatus();
    long most = all.stream().mapToLong(ReportView.InStatus::count).max().orElse(1);
    return all.stream()
        .map(
            one ->
                new Share(
                    one.status().equals(one.category().word())
                        ? words.get("status." + one.status())
                        : one.status(),
                    one.count(),
                    one.count() * 100 / most,
                    one.category().word(),
                    null))
        .toList();
  }

  /** Open tasks by person; each leads to the list of them. */
  public List<Share> getPeople() {
    List<ReportView.OfPerson> all = getReport().open().byAssignee();
    long most = all.stream().mapToLong(ReportView.OfPerson::count).max().orElse(1);
    return all.stream().map(one -> share(one, most)).toList();
  }

  private Share share(ReportView.OfPerson one, long most) {
    String who = one.assigneeId() == null ? "none" : one.assigneeId().toString();
    String name = one.assigneeId() == null ? words.get("task.nobody") : one.name();
    return new Share(
        Objects.requireNonNullElse(name, ""),
        one.count(),
        one.count() * 100 / most,
        "accent",
        shell.link(
            "/list?project="
                + getProject().key()
                + "&status=todo&status=in_progress&assignee="
                + who));
  }

  /** Tasks by how long they took. */
  public List<Share> getSpread() {
    List<ReportView.Took> all = getReport().cycle().spread();
    long most = Math.max(1, all.stream().mapToLong(ReportView.Took::count).max().orElse(1));
    return all.stream()
        .map(
            one ->
                new Share(
                    one.days() == null
                        ? words.get("report.longer")
                        : words.count("report.up_to", one.days()),
                    one.count(),
                    one.count() * 100 / most,
                    "accent",
                    null))
        .toList();
  }

  public Plot getArrivalsPlot() {
    return Plot.upTo(
        getReport().arrivals().stream()
            .mapToLong(one -> Math.max(one.created(), one.resolved()))
            .max()
            .orElse(0));
  }

  public List<Plot.Column> getColumns() {
    List<ReportView.Arrival> all = getReport().arrivals();
    return getArrivalsPlot()
        .columns(
            List.of("created", "resolved"),
            List.of(
                all.stream().map(ReportView.Arrival::created).toList(),
                all.stream().map(ReportView.Arrival::resolved).toList()));
  }

  public Plot getFlowPlot() {
    return Plot.upTo(getReport().flow().stream().mapToLong(ReportView.Flow::total).max().orElse(0));
  }

  public List<Plot.Area> getAreas() {
    List<ReportView.Flow> all = getReport().flow();
    return getFlowPlot()
        .areas(
            CATEGORIES,
            List.of(
                all.stream().map(ReportView.Flow::canceled).toList(),
                all.stream().map(ReportView.Flow::done).toList(),
                all.stream().map(ReportView.Flow::inProgress).toList(),
                all.stream().map(ReportView.Flow::todo).toList()));
  }

  /** The categories from the top of the chart down. */
  public List<String> getLegend() {
    return List.of("todo", "in_progress", "done", "canceled");
  }

  /** The first, middle and last day that the charts begin, half and end with. */
  public List<String> getMarks() {
    List<ReportView.Flow> all = getReport().flow();
    return List.of(
        day(all.get(0).date()),
        day(all.get(all.size() / 2).date()),
        day(all.get(all.size() - 1).date()));
  }

  /** A day in short. */
  public String day(LocalDate day) {
    boolean thisYear = day.getYear() == clock.now().atZone(caller.zone()).getYear();
    return DateTimeFormatter.ofPattern(thisYear ? "d MMM" : "d MMM yyyy", words.locale())
        .format(day)
        .replace(".", "");
  }

  /** Hours up to two days, then days; a dash for none. */
  public String time(@Nullable Double hours) {
    if (hours == null) {
      return "–";
    }
    return hours < 48
        ? words.say("report.hours", hours)
        : words.say("report.days", Math.round(hours / 2.4) / 10.0);
  }
}
