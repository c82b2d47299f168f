package tracker.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tracker.shared.Clock;
import tracker.shared.Ids;
import tracker.shared.OnePostgres;
import tracker.shared.Sql;

/** Numbers are those of the tasks, and 100,000 of other projects do not slow them down. */
class ReportDbTest {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final Period MARCH =
      new Period(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"), UTC, false);

  private static UUID large = Ids.next();

  /** Runs statements and keeps the plan of each. */
  private static final class Explained extends Sql {
    private final List<String> plans = new ArrayList<>();

    Explained(DataSource source) {
      super(source);
    }

    @Override
    public <T> List<T> list(String sql, Row<T> reader, @Nullable Object... args) {
      plans.add(String.join("\n", super.list("explain " + sql, row -> row.getString(1), args)));
      return super.list(sql, reader, args);
    }
  }

  private final Explained sql = new Explained(OnePostgres.source());
  private final ReportRows rows = new ReportRows(sql);
  private final UUID project = project(OnePostgres.sql());

  private static UUID project(Sql sql) {
    UUID id = Ids.next();
    sql.change(
        "insert into task.project (id, key, name, visibility, created_by, created_at, updated_at)"
            + " select ?, 'R' || upper(substr(md5(?::text), 1, 8)), 'R', 'internal', ?, now(), now()",
        id,
        id,
        id);
    return id;
  }

  /** 100,000 tasks in 20 projects, each begun and three of four closed, over two years. */
  @BeforeAll
  static void fill() {
    Sql sql = OnePostgres.sql();
    for (int i = 0; i < 20; i++) {
      large = project(sql);
      sql.change(
          "insert into task.task (id, project_id, space, number, title, status, priority, due_at,"
              + " assignee_id, type, rank, created_by, created_at, updated_at, closed_at)"
              + " select gen_random_uuid(), p.id, p.key, n, 'Task ' || n,"
              + " (array['in_progress', 'done', 'done', 'canceled'])[1 + n % 4], 1,"
              + " case when n % 3 = 0 then timestamptz '2026-03-01Z' end, null, 'task',"
              + " gen_random_uuid()::text, p.id, made, made,"
              + " case when n % 4 > 0 then made + interval '5 days' end"
              + " from task.project p, generate_series(1, 5000) n,"
              + " lateral (select timestamptz '2024-04-01Z' + n * interval '210 minutes' as made) m"
              + " where p.id = ?",
          large);
      sql.change(
          "insert into report.step (task_id, project_id, at, was, became)"
              + " select t.id, t.project_id, t.created_at, null, 'todo' from task.task t"
              + " where t.project_id = ? union all"
              + " select t.id, t.project_id, t.created_at + interval '1 day', 'todo', 'in_progress'"
              + " from task.task t where t.project_id = ? union all"
              + " select t.id, t.project_id, t.closed_at, 'in_progress', t.status"
              + " from task.task t where t.project_id = ? and t.closed_at is not null",
          large,
          large,
          large);
    }
    sql.change("vacuum analyze task.task");
    sql.change("vacuum analyze report.step");
  }

  private UUID task(long number, String status, Instant made, @Nullable Instant closed) {
    UUID id = Ids.next();
    sql.change(
        "insert into task.task (id, project_id, space, number, title, status, priority, type, rank,"
            + " created_by, created_at, updated_at, closed_at)"
            + " select ?, p.id, p.key, ?, 'T', ?, 1, 'task', ?, p.id, ?, now(), ?::timestamptz"
            + " from task.project p where p.id = ?",
        id,
        number,
        status,
        id.toString(),
        made,
        closed,
        project);
    return id;
  }

  private void at(String moment, UUID task) {
    Clock then =
        new Clock() {
          @Override
          public Instant now() {
            return Instant.parse(moment);
          }
        };
    new Steps(OnePostgres.sql(), then).follow(List.of(task));
  }

  private void becomes(UUID task, String status, String moment) {
    sql.change("update task.task set status = ? where id = ?", status, task);
    at(moment, task);
  }

  @Test
  void steps_follow_what_tasks_are_and_nothing_else() {
    UUID task = task(1, "todo", Instant.parse("2026-03-01T10:00:00Z"), null);
    at("2026-03-01T10:00:00Z", task);
    at("2026-03-01T11:00:00Z", task);
    becomes(task, "in_progress", "2026-03-02T10:00:00Z");
    sql.change("update task.task set deleted_at = now() where id = ?", task);
    at("2026-03-03T10:00:00Z", task);
    sql.change("update task.task set deleted_at = null where id = ?", task);
    at("2026-03-04T10:00:00Z", task);
    UUID other = project(OnePostgres.sql());
    sql.change(
        "update task.task set project_id = ?, space = (select key from task.project where id = ?)"
            + " where id = ?",
        other,
        other,
        task);
    at("2026-03-05T10:00:00Z", task);
    assertEquals(
        List.of(
            "null todo",
            "todo in_progress",
            "in_progress null",
            "null in_progress",
            "in_progress null",
            "null in_progress"),
        sql.list(
            "select coalesce(was, 'null') || ' ' || coalesce(became, 'null') from report.step"
                + " where task_id = ? order by id",
            row -> row.getString(1),
            task));
    assertEquals(
        1, sql.list("select 1 from report.step where project_id = ?", row -> 1, other).size());
  }

  @Test
  void the_time_that_work_takes_begins_with_its_first_progress() {
    for (int days = 1; days <= 4; days++) {
      Instant closed = Instant.parse("2026-03-10T00:00:00Z").plusSeconds(days * 86_400L);
      UUID task = task(days, "todo", Instant.parse("2026-02-01T00:00:00Z"), null);
      at("2026-02-01T00:00:00Z", task);
      becomes(task, "in_progress", "2026-03-10T00:00:00Z");
      becomes(task, "todo", "2026-03-10T06:00:00Z");
      becomes(task, "in_progress", "2026-03-10T12:00:00Z");
      sql.change("update task.task set closed_at = ? where id = ?", closed, task);
      becomes(task, "done", closed.toString());
    }
    task(9, "done", Instant.parse("2026-03-11T00:00:00Z"), Instant.parse("2026-03-12T00:00:00Z"));
    ReportView.Cycle cycle = rows.cycle(project, MARCH);
    assertEquals(4, cycle.count());
    assertEquals(1, cycle.skipped());
    assertEquals(60.0, cycle.medianHours());
    assertEquals(85.2, cycle.p85Hours());
    assertEquals(
        List.of(1L, 1L, 2L, 0L, 0L, 0L),
        cycle.spread().stream().map(ReportView.Took::count).toList());
    Period april =
        new Period(LocalDate.parse("2026-04-01"), LocalDate.parse("2026-04-02"), UTC, false);
    assertNull(rows.cycle(project, april).medianHours());
  }

  @Test
  void days_are_those_of_the_reader() {
    task(1, "todo", Instant.parse("2026-03-01T22:00:00Z"), null);
    Period moscow = new Period(MARCH.from(), MARCH.to(), ZoneId.of("Europe/Moscow"), false);
    assertEquals(1, rows.arrivals(project, MARCH).get(0).created());
    assertEquals(1, rows.arrivals(project, moscow).get(1).created());
  }

  @Test
  void each_report_reads_one_project_by_an_index() {
    Instant now = Instant.parse("2026-03-31T00:00:00Z");
    ReportView.Open open = rows.open(large, now);
    assertEquals(1250, open.total());
    assertTrue(open.overdue() > 0);
    assertEquals(31, rows.arrivals(large, MARCH).size());
    Tally present = rows.present(large);
    assertEquals(5000, present.at(MARCH.to()).total());
    Map<LocalDate, Tally> steps = rows.steps(large, MARCH);
    assertFalse(steps.isEmpty());
    assertTrue(rows.cycle(large, MARCH).count() > 0);
    assertEquals(6, sql.plans.size());
    for (String plan : sql.plans) {
      assertFalse(plan.contains("Seq Scan on task "), plan);
      assertFalse(plan.contains("Seq Scan on step "), plan);
    }
    assertTrue(sql.plans.get(1).contains("task_project"), sql.plans.get(1));
    assertTrue(sql.plans.get(2).contains("task_closed"), sql.plans.get(2));
    assertTrue(sql.plans.get(4).contains("step_project"), sql.plans.get(4));
    assertTrue(sql.plans.get(5).contains("step_begun"), sql.plans.get(5));
  }
}
