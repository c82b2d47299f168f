package tracker.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tracker.job.JobTried;
import tracker.notify.JobType;
import tracker.notify.MessageTried;
import tracker.shared.Clock;
import tracker.shared.Ids;
import tracker.shared.OnePostgres;
import tracker.shared.Sql;
import tracker.shared.SqlFailure;

/** How tries ended, counted by nodes and kept by all. */
class TallyDbTest {
  private final Sql sql = OnePostgres.sql();
  private final Clock clock = new Clock();
  private final String kind = "test." + Ids.next();
  private final Tally one = new Tally(sql, clock);
  private final Tally other = new Tally(sql, clock);

  @AfterEach
  void clean() {
    sql.change("delete from ops.throughput where kind in (?, 'notify.webhook')", kind);
  }

  private List<String> told(String of) {
    return one.throughput().stream()
        .filter(row -> row.kind().equals(of))
        .map(row -> row.ok() + " and " + row.failed())
        .toList();
  }

  @Test
  void what_nodes_counted_adds_up_by_the_hour() {
    // not at the turn of an hour
    clock.shift(
        Duration.between(
            clock.now(), clock.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofMinutes(90))));
    one.ran(new JobTried(kind, true));
    one.ran(new JobTried(kind, false));
    other.ran(new JobTried(kind, true));
    one.sent(new MessageTried(JobType.WEBHOOK, "retry"));
    one.sent(new MessageTried(JobType.WEBHOOK, "failed"));
    one.sent(new MessageTried(JobType.WEBHOOK, "ok"));
    assertEquals(List.of(), told(kind));
    one.add();
    other.add();
    other.add();
    assertEquals(List.of("2 and 1"), told(kind));
    assertEquals(List.of("1 and 2"), told("notify.webhook"));
    clock.shift(Duration.ofHours(3));
    one.ran(new JobTried(kind, true));
    one.add();
    assertEquals(List.of("2 and 1", "1 and 0"), told(kind));
  }

  @Test
  void a_day_is_told_and_no_more_than_two_are_kept() {
    one.ran(new JobTried(kind, true));
    one.add();
    clock.shift(Duration.ofHours(25));
    one.forget();
    assertEquals(List.of(), told(kind));
    assertEquals(1, rows());
    clock.shift(Duration.ofHours(50));
    one.forget();
    assertEquals(0, rows());
  }

  private long rows() {
    return sql.first(
            "select count(*) from ops.throughput where kind = ?", row -> row.getLong(1), kind)
        .orElseThrow();
  }

  @Test
  void what_cannot_be_added_while_the_database_is_away_is_added_later() {
    AtomicBoolean away = new AtomicBoolean(true);
    Tally node = new Tally(new Sql(sometimes(away)), clock);
    node.ran(new JobTried(kind, true));
    assertThrows(SqlFailure.class, node::add);
    node.ran(new JobTried(kind, true));
    assertThrows(SqlFailure.class, node::add);
    away.set(false);
    node.add();
    assertEquals(List.of("2 and 0"), told(kind));
  }

  private static DataSource sometimes(AtomicBoolean away) {
    return (DataSource)
        Proxy.newProxyInstance(
            TallyDbTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, args) -> {
              if (away.get()) {
                throw new SQLException("away", "08006");
              }
              return method.invoke(OnePostgres.source(), args);
            });
  }
}
