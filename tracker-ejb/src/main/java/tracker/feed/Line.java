package tracker.feed;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * The connection of a node that hears what the database tells of the journal. Where it is lost, it
 * is opened again with growing gaps, and meanwhile the bell rings by itself every two seconds.
 */
final class Line implements Runnable {
  private static final Logger LOG = Logger.getLogger(Line.class.getName());

  /** Tells the node of an account whose own things changed. */
  static final String PEOPLE = "gerask_people";

  private static final Duration BLIND = Duration.ofSeconds(2);
  private static final int FIRST_GAP = 1;
  private static final int LONGEST_GAP = 15;
  private static final Duration QUIET = Duration.ofSeconds(10);
  private static final Duration BURST = Duration.ofMillis(100);
  private static final int SHORTEST_WAIT = 20;
  private static final int LONGEST_WAIT = 1000;

  /** Opens connections. */
  @FunctionalInterface
  interface Source {
    Connection open() throws SQLException;
  }

  private final Source source;
  private final Runnable bell;
  private final Consumer<UUID> callsOut;
  private final Consumer<Boolean> heard;
  private volatile boolean open = true;
  private volatile @Nullable Connection present;

  /**
   * A line that {@link #run} keeps until {@link #close}.
   *
   * @param bell rung where there may be new entries
   * @param callsOut told the account that something of its own is new for
   * @param heard told whether the connection is there
   */
  Line(Source source, Runnable bell, Consumer<UUID> callsOut, Consumer<Boolean> heard) {
    this.source = source;
    this.bell = bell;
    this.callsOut = callsOut;
    this.heard = heard;
  }

  @Override
  public void run() {
    int gap = FIRST_GAP;
    while (open) {
      try (Connection connection = source.open()) {
        present = connection;
        begin(connection);
        gap = FIRST_GAP;
        listen(connection);
      } catch (SQLException | RuntimeException e) {
        if (open) {
          LOG.log(Level.WARNING, "The feed does not hear the database: {0}", e.toString());
        }
      } finally {
        present = null;
        heard.accept(false);
      }
      for (int i = 0; open && i < gap; i++) {
        ring();
        LockSupport.parkNanos(BLIND.toNanos());
      }
      gap = Math.min(gap * 2, LONGEST_GAP);
    }
  }

  /** Ends it; {@link #run} comes back at once. */
  void close() {
    open = false;
    Connection connection = present;
    if (connection != null) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException e) {
        LOG.log(Level.FINE, "A connection that was gone already", e);
      }
    }
  }

  private void begin(Connection connection) throws SQLException {
    try (Statement listen = connection.createStatement()) {
      listen.execute("listen gerask_changes; listen " + PEOPLE);
    }
    heard.accept(true);
    ring(); // for what came while nobody listened
  }

  /**
   * Rings as soon as what was told is complete: while an older transaction still runs, the feed
   * holds younger entries back, and its end may be told by nobody.
   */
  private void listen(Connection connection) throws SQLException {
    PGConnection line = connection.unwrap(PGConnection.class);
    long told = 0;
    long complete = 0;
    int wait = SHORTEST_WAIT;
    while (open) {
      boolean pending = Long.compareUnsigned(told, complete) >= 0;
      PGNotification[] news = line.getNotifications(pending ? wait : (int) QUIET.toMillis());
      int count = 0;
      for (PGNotification one : news == null ? new PGNotification[0] : news) {
        if (one.getName().equals(PEOPLE)) {
          callOut(one.getParameter());
        } else {
          count++;
          long place = Long.parseUnsignedLong(one.getParameter());
          told = Long.compareUnsigned(place, told) > 0 ? place : told;
        }
      }
      long now = oldest(connection); // also shows that the connection is alive
      if (count > 0 || pending && now != complete) {
        complete = now;
        ring();
        wait = SHORTEST_WAIT;
        LockSupport.parkNanos(BURST.toNanos());
      } else {
        wait = Math.min(wait * 2, LONGEST_WAIT);
      }
    }
  }

  private static long oldest(Connection connection) throws SQLException {
    try (Statement ask = connection.createStatement();
        ResultSet row = ask.executeQuery("select pg_snapshot_xmin(pg_current_snapshot())::text")) {
      row.next();
      return Long.parseUnsignedLong(row.getString(1));
    }
  }

  private void callOut(String account) {
    try {
      callsOut.accept(UUID.fromString(account));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Somebody was not told that something is new for them", e);
    }
  }

  // what hears the bell must not end the line
  private void ring() {
    try {
      bell.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Something that waits for changes failed", e);
    }
  }
}
