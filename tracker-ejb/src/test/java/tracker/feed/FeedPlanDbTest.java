package tracker.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tracker.identity.Role;
import tracker.shared.OnePostgres;
import tracker.shared.Sql;

/** With 100,000 entries of as many tasks, a part of the feed is one statement from indexes. */
class FeedPlanDbTest {
  private static final int ENTRIES = 100_000;
  private static final Records RECORDS = new Records();
  private static String start = "";

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

  @BeforeAll
  static void fill() {
    Sql sql = OnePostgres.sql();
    start = new FeedRows(sql, Records.caller(Role.USER)).end().cursor();
    UUID project = RECORDS.project("internal");
    sql.change(
        "insert into task.task (id, project_id, space, number, title, status, priority, type, rank,"
            + " created_by, created_at, updated_at) select gen_random_uuid(), p.id, p.key, n,"
            + " 'Task', 'todo', 1, 'task', n::text, p.created_by, now(), now()"
            + " from task.project p, generate_series(1000, ? + 999) n where p.id = ?",
        ENTRIES,
        project);
    sql.change(
        "insert into journal.change (id, entity, entity_id, scope, seq, operation_id, field, at,"
            + " prev_hash, hash) select gen_random_uuid(), 'task', t.id, t.project_id, 1,"
            + " gen_random_uuid(), 'created', now(), '', '' from task.task t"
            + " where t.project_id = ?",
        project);
    sql.change("vacuum analyze task.task");
    sql.change("vacuum analyze journal.change");
  }

  // these entries have no hashes, so others' proofs would not hold
  @AfterAll
  static void remove() throws SQLException {
    try (Connection connection = OnePostgres.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute("delete from journal.change where hash = ''");
    }
  }

  @Test
  void a_part_is_one_statement_that_begins_at_its_place_in_the_index() {
    FeedRows rows = new FeedRows(sql, Records.caller(Role.USER));
    String after = rows.part(ChangesAsk.of(start, "200", null, null), false).next();
    sql.plans.clear();
    ChangesPart part = rows.part(ChangesAsk.of(after, "200", null, null), false);
    assertEquals(200, part.items().size());
    assertEquals(1, sql.plans.size());
    String plan = sql.plans.get(0);
    assertTrue(plan.contains("using change_feed on change c"), plan);
    assertTrue(plan.contains("Index Cond: ((ROW(txid, id) > ROW("), plan);
    assertTrue(plan.contains("(txid < pg_snapshot_xmin(pg_current_snapshot()))"), plan);
    assertTrue(plan.contains("using task_pkey on task t"), plan);
    assertFalse(plan.contains("Seq Scan on task ") || plan.contains("Seq Scan on change"), plan);
  }
}
