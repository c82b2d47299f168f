package tracker.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tracker.shared.Clock;
import tracker.shared.Sql;

/** Names of accounts, remembered for seconds: every list shows them. */
@ApplicationScoped
class KnownAccounts {
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final int MOST = 20_000;

  @Inject private Sql sql;
  @Inject private Clock clock;
  private final Map<UUID, Known> known = new ConcurrentHashMap<>();

  /** What is remembered of an account. */
  record Known(UUID id, String name, boolean active, Instant until) {}

  protected KnownAccounts() {}

  KnownAccounts(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  Map<UUID, Known> of(Collection<UUID> ids) {
    Instant now = clock.now();
    Map<UUID, Known> found = new HashMap<>();
    List<UUID> missing = new ArrayList<>();
    for (UUID id : Set.copyOf(ids)) {
      Known one = known.get(id);
      if (one != null && one.until().isAfter(now)) {
        found.put(id, one);
      } else {
        missing.add(id);
      }
    }
    if (!missing.isEmpty()) {
      load(missing, now.plus(FRESH)).forEach(one -> found.put(one.id(), one));
    }
    return found;
  }

  private List<Known> load(List<UUID> ids, Instant until) {
    if (known.size() > MOST) {
      known.clear();
    }
    List<Known> loaded =
        sql.list(
            "select id, name, active from auth.account where id = any(?)",
            row ->
                new Known(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getBoolean("active"),
                    until),
            ids);
    loaded.forEach(one -> known.put(one.id(), one));
    return loaded;
  }

  void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) AccountChanged changed) {
    known.remove(changed.accountId());
  }
}
