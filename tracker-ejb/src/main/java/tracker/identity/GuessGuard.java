package tracker.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import tracker.shared.Clock;
import tracker.shared.Problem;
import tracker.shared.Sql;

/**
 * Stops guessing of passwords, on every node together, whatever the limits of use say.
 *
 * <p>Each try drops into leaking buckets: one of e-mail and address together, one of the address,
 * one of the e-mail. A full bucket refuses, and what is refused fills nothing: so nobody is kept
 * out longer than one drop takes to leak. The bucket of the e-mail holds only strangers up: an
 * address where this account signed in before passes it, so that a crowd of guessers does not keep
 * the owner out.
 */
@ApplicationScoped
class GuessGuard {
  private static final Bucket PAIR = new Bucket("pair", 5, Duration.ofMinutes(10));
  private static final Bucket ADDRESS = new Bucket("address", 200, Duration.ofSeconds(9));
  private static final Bucket EMAIL = new Bucket("email", 20, Duration.ofMinutes(1));

  @Inject private Sql sql;
  @Inject private Clock clock;

  /** So many tries at once, then one in every {@code leak}. */
  private record Bucket(String name, int size, Duration leak) {
    byte[] key(String of) {
      return Secret.hash(name + ' ' + of);
    }
  }

  protected GuessGuard() {}

  GuessGuard(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Counts a try before the password is looked at; 429 where there were too many. */
  void admit(String email, String address, boolean familiar) {
    drop(PAIR, email + ' ' + address);
    drop(ADDRESS, address);
    if (!familiar) {
      drop(EMAIL, email);
    }
  }

  /** Takes the try back, because the password was right. */
  void forgive(String email, String address) {
    sql.change(
        "update auth.login_guard set level = greatest(0, level - 1) where key in (?, ?)",
        ADDRESS.key(address),
        EMAIL.key(email));
    sql.change("delete from auth.login_guard where key = ?", PAIR.key(email + ' ' + address));
  }

  /** Forgets what has leaked out long ago. */
  void tidy() {
    sql.change(
        "delete from auth.login_guard where last_at < ?", clock.now().minus(Duration.ofDays(1)));
  }

  private void drop(Bucket bucket, String of) {
    Instant now = clock.now();
    byte[] key = bucket.key(of);
    double leak = bucket.leak().toSeconds();
    // one statement decides: of many tries at once only so many pass as there is room
    int passed =
        sql.change(
            """
            insert into auth.login_guard as g (key, level, last_at) values (?, 1, ?)
            on conflict (key) do update
            set level = greatest(0, g.level
                  - greatest(0, extract(epoch from excluded.last_at - g.last_at)) / ?) + 1,
                last_at = excluded.last_at
            where greatest(0, g.level
                  - greatest(0, extract(epoch from excluded.last_at - g.last_at)) / ?) + 1 <= ?
            """,
            key,
            now,
            leak,
            leak,
            (double) bucket.size());
    if (passed == 0) {
      long wait = wait(bucket, key, now);
      throw Problem.of(IdentityProblem.TOO_MANY_TRIES, wait).retryAfter(wait);
    }
  }

  private long wait(Bucket bucket, byte[] key, Instant now) {
    double leak = bucket.leak().toSeconds();
    double seconds =
        sql.first(
                "select (level + 1 - ?) * ? - extract(epoch from ?::timestamptz - last_at) as wait"
                    + " from auth.login_guard where key = ?",
                row -> row.getDouble("wait"),
                (double) bucket.size(),
                leak,
                now,
                key)
            .orElse(1.0);
    return (long) Math.max(1, Math.min(leak, Math.ceil(seconds)));
  }
}
