package tracker.report;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.shared.Sql;
import tracker.workflow.Category;

/** Counts, each in one statement that reads one project by an index. */
@Dependent
class ReportRows {
  /** The widths, in days, by which tasks are told apart that took up to so long. */
  static final List<Integer> DAYS = List.of(1, 2, 4, 8, 16);

  private static final String OPEN =
      "select t.status, t.status_name, t.assignee_id, grouping(t.status) = 0 as by_status,"
          + " count(*) as tasks, count(*) filter (where t.due_at < ?) as overdue"
          + " from task.task t where t.project_id = ? and t.deleted_at is null"
          + " and t.status in ('todo', 'in_progress')"
          + " group by grouping sets ((t.status, t.status_name), (t.assignee_id))"
          + " order by t.status desc, tasks desc, t.status_name, t.assignee_id";

  private static final String CAME =
      "select date_trunc(?, t.%1$s at time zone ?)::date as part, count(*) as tasks"
          + " from task.task t where t.project_id = ? and t.deleted_at is null"
          + " and t.%1$s >= ? and t.%1$s < ? group by 1";

  private static final String STEPS =
      "select case when s.at < ? then date_trunc(?, s.at at time zone ?)::date end as part,"
          + " s.was, s.became, count(*) as tasks from report.step s where s.project_id = ? and s.at >= ? group by 1, 2, 3";

  private static final String CYCLE =
      "select count(took) as tasks, count(*) - count(took) as skipped,"
          + " percentile_cont(0.5) within group (order by took) as median,"
          + " percentile_cont(0.85) within group (order by took) as p85"
          + DAYS.stream()
              .map(
                  days ->
                      ", count(*) filter (where took <= %d) as up_to_%d".formatted(days * 24, days))
              .collect(Collectors.joining())
          + " from (select extract(epoch from t.closed_at - b.at) / 3600 as took from task.task t"
          + " left join lateral (select min(s.at) as at from report.step s where s.task_id = t.id"
          + " and s.became = 'in_progress' and s.at <= t.closed_at) b on true"
          + " where t.project_id = ? and t.deleted_at is null and t.status = 'done'"
          + " and t.closed_at >= ? and t.closed_at < ?) done";

  private final Sql sql;

  @Inject
  ReportRows(Sql sql) {
    this.sql = sql;
  }

  /** Open tasks by status, the first one's first, and by person, the most loaded first. */
  ReportView.Open open(UUID project, Instant now) {
    List<ReportView.InStatus> statuses = new ArrayList<>();
    List<ReportView.OfPerson> people = new ArrayList<>();
    sql.list(
        OPEN,
        row -> {
          long tasks = row.getLong("tasks");
          if (row.getBoolean("by_status")) {
            Category category = Category.of(row.getString("status")).orElseThrow();
            String name = row.getString("status_name");
            statuses.add(
                new ReportView.InStatus(name == null ? category.word() : name, category, tasks));
          } else {
            UUID who = Sql.id(row, "assignee_id");
            people.add(new ReportView.OfPerson(who, null, tasks, row.getLong("overdue")));
          }
          return tasks;
        },
        now,
        project);
    long total = people.stream().mapToLong(ReportView.OfPerson::count).sum();
    long overdue = people.stream().mapToLong(ReportView.OfPerson::overdue).sum();
    return new ReportView.Open(total, overdue, statuses, people);
  }

  /** How many tasks were made, and closed, in each part of the period. */
  List<ReportView.Arrival> arrivals(UUID project, Period period) {
    Map<LocalDate, Long> made = came("created_at", project, period);
    Map<LocalDate, Long> closed = came("closed_at", project, period);
    return period.parts().stream()
        .map(
            day ->
                new ReportView.Arrival(
                    day, made.getOrDefault(day, 0L), closed.getOrDefault(day, 0L)))
        .toList();
  }

  private Map<LocalDate, Long> came(String column, UUID project, Period period) {
    return sql
        .list(
            CAME.formatted(column),
            row -> Map.entry(Objects.requireNonNull(part(row)), row.getLong("tasks")),
            period.unit(),
            period.zone().getId(),
            project,
            period.start(),
            period.end())
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static @Nullable LocalDate part(ResultSet row) throws SQLException {
    return row.getObject("part", LocalDate.class);
  }

  /** How many living tasks are in each category now. */
  Tally present(UUID project) {
    Tally tally = new Tally();
    sql.list(
            "select t.status, count(*) as tasks from task.task t"
                + " where t.project_id = ? and t.deleted_at is null group by t.status",
            row -> Map.entry(row.getString("status"), row.getLong("tasks")),
            project)
        .forEach(one -> tally.add(one.getKey(), one.getValue()));
    return tally;
  }

  /**
   * What became of tasks since the beginning of a period, by the first days of its parts; under
   * {@code LocalDate.MAX} what came after it.
   */
  Map<LocalDate, Tally> steps(UUID project, Period period) {
    Map<LocalDate, Tally> steps = new HashMap<>();
    sql.list(
        STEPS,
        row -> {
          LocalDate part = Objects.requireNonNullElse(part(row), LocalDate.MAX);
          Tally tally = steps.computeIfAbsent(part, day -> new Tally());
          long tasks = row.getLong("tasks");
          tally.add(row.getString("became"), tasks);
          tally.add(row.getString("was"), -tasks);
          return tasks;
        },
        period.end(),
        period.unit(),
        period.zone().getId(),
        project,
        period.start());
    return steps;
  }

  /** How long the tasks took that were done in the period. */
  ReportView.Cycle cycle(UUID project, Period period) {
    return sql.first(CYCLE, ReportRows::cycle, project, period.start(), period.end()).orElseThrow();
  }

  private static ReportView.Cycle cycle(ResultSet row) throws SQLException {
    List<ReportView.Took> spread = new ArrayList<>();
    long before = 0;
    for (int days : DAYS) {
      long upTo = row.getLong("up_to_" + days);
      spread.add(new ReportView.Took(days, upTo - before));
      before = upTo;
    }
    long count = row.getLong("tasks");
    spread.add(new ReportView.Took(null, count - before));
    return new ReportView.Cycle(
        count, row.getLong("skipped"), hours(row, "median"), hours(row, "p85"), spread);
  }

  private static @Nullable Double hours(ResultSet row, String column) throws SQLException {
    double hours = row.getDouble(column);
    return row.wasNull() ? null : Math.round(hours * 10) / 10.0;
  }
}
