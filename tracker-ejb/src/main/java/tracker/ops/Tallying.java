package tracker.ops;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import tracker.shared.SqlFailure;

/** Adds what this node counted every few seconds, and once more at its end. */
@Singleton
@Startup
@DependsOn("Database")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Tallying {
  private static final Logger LOG = Logger.getLogger(Tallying.class.getName());
  @Inject private Tally tally;

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  @PreDestroy
  void add() {
    try {
      tally.add();
    } catch (SqlFailure e) {
      // the next run adds what this one could not
      LOG.log(Level.FINE, "Counts of tries have to wait: SQLState {0}", e.state());
    }
  }
}
