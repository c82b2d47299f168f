package tracker.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tracker.shared.Sql;
import tracker.shared.SqlFailure;

/**
 * Limits of use as a true sliding window that holds across nodes. Small limits ask the database for
 * each call and are exact; of large ones a chunk is leased, so that most calls need no statement.
 * Refused calls take nothing. While the database is away every call passes: it meets the same
 * database a moment later.
 */
@ApplicationScoped
public class Limits {
  private static final Logger LOG = Logger.getLogger(Limits.class.getName());
  private static final long SECOND = 1_000_000_000L;
  private static final long PAUSE = 3 * SECOND;
  private static final int MOST_LEASES = 100_000;

  private final ConcurrentHashMap<String, Lease> leases = new ConcurrentHashMap<>();
  private volatile @Nullable Long pausedUntil;
  @Inject private Sql sql;

  protected Limits() {}

  /** For tests without a container. */
  Limits(Sql sql) {
    this.sql = sql;
  }

  private record Asked(Bucket bucket, Lease lease) {}

  private record Given(int granted, int free, long waitMillis, long resetMillis) {}

  /** Takes one unit out of each bucket, or out of none; null where nobody could be asked. */
  public @Nullable Verdict take(List<Bucket> buckets) {
    long now = System.nanoTime();
    List<Asked> all = buckets.stream().map(b -> new Asked(b, lease(b, now))).toList();
    for (Asked one : all) {
      if (one.lease.refuses(now)) {
        return one.lease.verdict(false, one.bucket.limit(), now);
      }
    }
    List<Asked> leased = new ArrayList<>();
    List<Asked> open = new ArrayList<>();
    all.forEach(one -> (one.lease.use(now) ? leased : open).add(one));
    if (!open.isEmpty()) {
      if (isPaused(now)) {
        return null;
      }
      try {
        Verdict refused = ask(open, now);
        if (refused != null) {
          leased.forEach(one -> one.lease.giveBack());
          return refused;
        }
      } catch (SqlFailure e) {
        pausedUntil = System.nanoTime() + PAUSE;
        LOG.log(Level.WARNING, "Limits are off for a moment: SQLState {0}", e.state());
        return null;
      }
    }
    return all.stream()
        .map(one -> one.lease.verdict(true, one.bucket.limit(), now))
        .min(Comparator.comparingInt(Verdict::remaining))
        .orElse(null);
  }

  private @Nullable Verdict ask(List<Asked> open, long now) {
    List<Given> given = fromDatabase(open.stream().map(Asked::bucket).toList());
    Verdict refused = null;
    for (int i = 0; i < open.size(); i++) {
      Given one = given.get(i);
      Asked asked = open.get(i);
      if (one.waitMillis > 0) {
        asked.lease.refuse(now + one.waitMillis * 1_000_000);
        refused = asked.lease.verdict(false, asked.bucket.limit(), now);
      }
    }
    if (refused != null) {
      return refused;
    }
    for (int i = 0; i < open.size(); i++) {
      Given one = given.get(i);
      long reset = now + one.resetMillis * 1_000_000;
      open.get(i).lease.add(one.granted - 1, one.free, now + Bucket.LEASE_SECONDS * SECOND, reset);
    }
    return null;
  }

  private List<Given> fromDatabase(List<Bucket> buckets) {
    String ones = "{" + "1,".repeat(buckets.size() - 1) + "1}";
    return sql.list(
        "select granted, free, wait_ms, reset_ms from ops.take("
            + "?::text[], ?::integer[], ?::integer[], ?::integer[], ?::integer[])",
        row -> new Given(row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4)),
        buckets.stream().map(Bucket::name).toList(),
        numbers(buckets.stream().map(Bucket::limit).toList()),
        ones,
        numbers(buckets.stream().map(Bucket::chunk).toList()),
        numbers(buckets.stream().map(Bucket::span).toList()));
  }

  private static String numbers(List<Integer> numbers) {
    return numbers.toString().replace('[', '{').replace(']', '}');
  }

  private Lease lease(Bucket bucket, long now) {
    if (leases.size() > MOST_LEASES) {
      leases.clear(); // somebody sends from very many addresses; the database still counts
    }
    return leases.computeIfAbsent(bucket.name(), name -> new Lease(now));
  }

  private boolean isPaused(long now) {
    Long until = pausedUntil;
    return until != null && until - now > 0;
  }

  /** Forgets what is over, here and in the database. */
  void clean() {
    long now = System.nanoTime();
    leases.values().removeIf(lease -> lease.isIdle(now));
    sql.change("delete from ops.rate_window where changed_at < now() - interval '2 minutes'");
  }
}
