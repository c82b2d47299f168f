package tracker.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tracker.job.JobTried;
import tracker.notify.MessageTried;
import tracker.shared.Clock;
import tracker.shared.Sql;
import tracker.shared.SqlFailure;

/**
 * Counts how tries of jobs and messages end. Each node counts for itself and adds to the count of
 * all every few seconds, so that a try costs no statement; what a killed node had not yet added is
 * lost.
 */
@ApplicationScoped
public class Tally {
  private static final Duration KEPT = Duration.ofDays(2);
  private static final Duration TOLD = Duration.ofHours(24);

  private record Hour(Instant hour, String kind) {}

  private record Count(long ok, long failed) {
    Count and(Count more) {
      return new Count(ok + more.ok, failed + more.failed);
    }
  }

  @Inject private Sql sql;
  @Inject private Clock clock;
  private final Map<Hour, Count> counted = new ConcurrentHashMap<>();

  protected Tally() {}

  /** For tests without a container. */
  Tally(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void ran(@Observes JobTried event) {
    count(event.kind(), event.success());
  }

  void sent(@Observes MessageTried event) {
    count("notify." + event.type().word(), event.result().equals("ok"));
  }

  private void count(String kind, boolean ok) {
    Hour hour = new Hour(clock.now().truncatedTo(ChronoUnit.HOURS), kind);
    counted.merge(hour, new Count(ok ? 1 : 0, ok ? 0 : 1), Count::and);
  }

  /** Adds what this node counted to what all counted. */
  void add() {
    for (Hour hour : List.copyOf(counted.keySet())) {
      Count count = counted.remove(hour);
      if (count != null) {
        try {
          add(hour, count);
        } catch (SqlFailure e) {
          counted.merge(hour, count, Count::and);
          throw e;
        }
      }
    }
  }

  private void add(Hour hour, Count count) {
    sql.change(
        "insert into ops.throughput as t (hour, kind, ok, failed) values (?, ?, ?, ?)"
            + " on conflict (hour, kind) do update"
            + " set ok = t.ok + excluded.ok, failed = t.failed + excluded.failed",
        hour.hour(),
        hour.kind(),
        count.ok(),
        count.failed());
  }

  /** What all nodes counted in the last 24 hours. */
  List<BacklogSummary.Throughput> throughput() {
    return sql.list(
        "select hour, kind, ok, failed from ops.throughput where hour > ? order by hour, kind",
        row ->
            new BacklogSummary.Throughput(
                Sql.time(row, "hour"),
                row.getString("kind"),
                row.getLong("ok"),
                row.getLong("failed")),
        clock.now().minus(TOLD));
  }

  /** Forgets the hours that nobody asks for any more. */
  void forget() {
    sql.change("delete from ops.throughput where hour < ?", clock.now().minus(KEPT));
  }
}
