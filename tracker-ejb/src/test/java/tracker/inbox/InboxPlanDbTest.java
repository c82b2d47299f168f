package tracker.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tracker.shared.Ids;
import tracker.shared.OnePostgres;
import tracker.shared.Sql;

/** What is found among 100,000 tasks and notices, and that no statement reads them all. */
class InboxPlanDbTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final UUID SOMEBODY = Ids.next();
  private static final UUID MARK = Ids.next();

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
  private final NoticeRows rows = new NoticeRows(sql);

  @BeforeAll
  static void fill() {
    Sql sql = OnePostgres.sql();
    sql.change(
        "insert into task.task (id, space, number, title, status, priority, due_at, type, rank,"
            + " created_by, created_at, updated_at) select gen_random_uuid(), 'T', 5000000000 + n, 'Task ' || n,"
            + " 'todo', 1, now() + n * interval '1 hour', 'task', gen_random_uuid()::text,"
            + " ?, now(), now() from generate_series(1, 100000) n",
        MARK);
    sql.change(
        "insert into inbox.notice (id, account_id, event_id, event, at, reason, task_id, changes,"
            + " tasks, mail, read_at) select gen_random_uuid(), md5((t.number % 50)::text)::uuid,"
            + " gen_random_uuid(), 'task.created', now() - (t.number - 5000000000) * interval '1 minute',"
            + " 'assigned', t.id, '[]', 1, null, case when t.number / 50 % 20 > 0 then now() end"
            + " from task.task t where t.created_by = ?",
        MARK);
    sql.change("analyze task.task");
    sql.change("analyze inbox.notice");
  }

  private UUID task(@Nullable Instant due, String status) {
    UUID id = Ids.next();
    sql.change(
        "insert into task.task (id, space, number, title, status, priority, due_at, type, rank,"
            + " created_by, created_at, updated_at) values (?, 'T', nextval('task.personal_number') + 6000000000, 'T', ?,"
            + " 1, ?, 'task', gen_random_uuid()::text, ?, now(), now())",
        id,
        status,
        due,
        SOMEBODY);
    return id;
  }

  private List<UUID> due(Instant since, Instant now) {
    return rows.due(since, now, HOUR).stream().map(Whom.One::task).toList();
  }

  @Test
  void what_is_due_soon_is_found_by_its_date_once_for_each_date() {
    Instant now = Instant.parse("2031-03-30T00:30:00Z");
    UUID soon = task(now.plus(Duration.ofMinutes(59)), "todo");
    UUID later = task(now.plus(Duration.ofMinutes(61)), "todo");
    UUID done = task(now.plus(Duration.ofMinutes(30)), "done");
    UUID past = task(now.minus(Duration.ofMinutes(1)), "todo");
    sql.plans.clear();
    List<UUID> found = due(now, now);
    assertTrue(found.contains(soon));
    assertFalse(found.contains(later) || found.contains(done) || found.contains(past));
    assertTrue(sql.plans.get(0).contains("task_due"), sql.plans.get(0));
    assertTrue(due(now.minus(HOUR), now).contains(past), "Nobody looked for an hour");
    Whom.One one =
        rows.due(now, now, HOUR).stream()
            .filter(w -> w.task().equals(soon))
            .findFirst()
            .orElseThrow();
    assertEquals(SOMEBODY, one.account());
    NoticeRows.Notice told =
        new NoticeRows.Notice(
            Ids.next(),
            SOMEBODY,
            java.util.Objects.requireNonNull(one.event()),
            "task.due",
            now,
            Reason.DUE,
            soon,
            null,
            null,
            null,
            List.of(),
            1,
            one.mail());
    assertEquals(Set.of(SOMEBODY), rows.add(List.of(told)));
    assertEquals(Set.of(), rows.add(List.of(told)), "Another node was faster");
    assertFalse(due(now, now).contains(soon));
    sql.change("update task.task set due_at = due_at - interval '5 minutes' where id = ?", soon);
    assertTrue(due(now, now).contains(soon), "A moved date reminds again");
  }

  @Test
  void whom_a_change_concerns_is_found_by_keys() {
    UUID task = task(null, "todo");
    sql.change(
        "insert into inbox.standing (account_id, task_id, muted, since) values (?, ?, false, now())",
        SOMEBODY,
        task);
    sql.plans.clear();
    List<Whom.One> found = rows.concerned(List.of(task), List.of());
    assertEquals(
        List.of(Reason.WATCHING, Reason.CREATED),
        found.stream().map(Whom.One::reason).sorted().toList());
    assertFalse(sql.plans.get(0).contains("Seq Scan on task"), sql.plans.get(0));
    sql.change("update inbox.standing set muted = true where task_id = ?", task);
    assertEquals(List.of(), rows.concerned(List.of(task), List.of()));
  }

  @Test
  void the_bell_counts_what_is_unread_alone() {
    UUID one =
        sql.first("select md5('7')::uuid", row -> row.getObject(1, UUID.class)).orElseThrow();
    sql.plans.clear();
    sql.list(
        "select count(*) from inbox.notice n join task.task t on t.id = n.task_id"
            + " where n.account_id = ? and n.read_at is null",
        row -> row.getLong(1),
        one);
    assertTrue(sql.plans.get(0).contains("notice_unread"), sql.plans.get(0));
    assertFalse(sql.plans.get(0).contains("Seq Scan"), sql.plans.get(0));
  }
}
