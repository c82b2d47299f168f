package tracker.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tracker.shared.Clock;
import tracker.shared.Sql;

/**
 * Who is signed in, remembered for five seconds: that long another node may still let a session in
 * that ended here. What ends on this node is forgotten at once.
 */
@ApplicationScoped
class LiveSessions {
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final Duration SEEN = Duration.ofMinutes(1);
  private static final int MOST = 20_000;

  @Inject private Sql sql;
  @Inject private Clock clock;
  private final Map<String, Live> live = new ConcurrentHashMap<>();

  private record Live(Caller.SignedIn who, Instant until) {}

  protected LiveSessions() {}

  LiveSessions(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  Optional<Caller.SignedIn> byId(UUID session) {
    return find(session.toString(), "s.id = ? and s.kind = 'api'", session);
  }

  Optional<Caller.SignedIn> bySecret(String secret) {
    byte[] hash = Secret.hash(secret);
    return find(Base64.getEncoder().encodeToString(hash), "s.secret_hash = ?", hash);
  }

  private Optional<Caller.SignedIn> find(String key, String which, Object value) {
    Instant now = clock.now();
    Live one = live.get(key);
    if (one != null && one.until().isAfter(now)) {
      return Optional.of(one.who());
    }
    Optional<Caller.SignedIn> found = load(which, value, now);
    if (found.isPresent()) {
      if (live.size() > MOST) {
        live.clear();
      }
      live.put(key, new Live(found.get(), now.plus(FRESH)));
    } else {
      live.remove(key);
    }
    return found;
  }

  // one round trip: the row, and once a minute the note that it was seen
  private Optional<Caller.SignedIn> load(String which, Object value, Instant now) {
    return sql.first(
        """
        with found as (
          select s.id as session, s.last_seen_at, a.id, a.name, a.role, a.locale, a.time_zone
          from auth.session s join auth.account a on a.id = s.account_id
          where %s and s.ended_at is null and s.expires_at > ? and a.active
        ), seen as (
          update auth.session set last_seen_at = ? from found
          where auth.session.id = found.session and found.last_seen_at < ?
        )
        select * from found
        """
            .formatted(which),
        LiveSessions::read,
        value,
        now,
        now,
        now.minus(SEEN));
  }

  private static Caller.SignedIn read(ResultSet row) throws SQLException {
    @Nullable String locale = row.getString("locale");
    @Nullable String zone = row.getString("time_zone");
    return new Caller.SignedIn(
        row.getObject("id", UUID.class),
        row.getString("name"),
        Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
        row.getObject("session", UUID.class),
        locale,
        zone);
  }

  void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) SessionEnded ended) {
    live.values().removeIf(one -> one.who().sessionId().equals(ended.sessionId()));
  }

  void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) AccountChanged changed) {
    live.values().removeIf(one -> one.who().accountId().equals(changed.accountId()));
  }
}
