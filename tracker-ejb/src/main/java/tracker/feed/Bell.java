package tracker.feed;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import tracker.shared.BesidePool;
import tracker.shared.Settings;
import tracker.system.Node;

/** Fires {@link Rung} on this node whenever some node has recorded something. */
@Singleton
@Startup
@DependsOn("Database")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Bell {
  private static final Logger LOG = Logger.getLogger(Bell.class.getName());
  private static final int ANSWER_SECONDS = 30;

  @Resource private ManagedThreadFactory threads;
  @Inject private Event<Rung> rung;
  @Inject private Event<CalledOut> calledOut;
  @Inject private Listening listening;
  @Inject private FeedRows rows;
  private @Nullable Line line;

  @PostConstruct
  void start() {
    long brought = rows.renumber();
    if (brought > 0) {
      LOG.log(Level.INFO, "The journal came from another database: {0} entries", brought);
    }
    Line ours =
        new Line(
            Bell::connection,
            () -> rung.fire(new Rung()),
            account -> calledOut.fire(new CalledOut(account)),
            listening::set);
    line = ours;
    threads.newThread(ours).start();
  }

  // not from the pool, which would take a connection that waits for one that leaked
  private static Connection connection() throws SQLException {
    PGSimpleDataSource source = BesidePool.of(Node.ours(Settings.ofProcess()).connection());
    source.setSocketTimeout(ANSWER_SECONDS);
    return source.getConnection();
  }

  @PreDestroy
  void stop() {
    Line ours = line;
    if (ours != null) {
      ours.close();
    }
  }
}
