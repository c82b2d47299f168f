package tracker.ops;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import tracker.shared.Clock;
import tracker.shared.Sql;
import tracker.shared.SqlFailure;

/**
 * Removes what is over: old windows of the limits each minute, old answers and counts each hour.
 */
@Singleton
@DependsOn("Database")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Cleaning {
  private static final Logger LOG = Logger.getLogger(Cleaning.class.getName());
  private static final int PORTION = 10_000;

  @Inject private Limits limits;
  @Inject private Tally tally;
  @Inject private Sql sql;
  @Inject private Clock clock;

  @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
  void windows() {
    quietly(limits::clean);
  }

  @Schedule(hour = "*", minute = "7", persistent = false)
  void answers() {
    quietly(tally::forget);
    quietly(
        () -> {
          int gone;
          do {
            gone =
                sql.change(
                    "delete from ops.idempotency where (caller, key) in (select caller, key from"
                        + " ops.idempotency where created_at < ? limit ?)",
                    clock.now().minus(Idempotency.KEPT),
                    PORTION);
          } while (gone == PORTION);
        });
  }

  // the next run does what this one could not
  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (SqlFailure e) {
      LOG.log(Level.WARNING, "Cleaning has to wait: SQLState {0}", e.state());
    }
  }
}
