package tracker.harness;

import java.time.Duration;

/** The order in which changes are told, for tests that read what was written a moment ago. */
public final class Feed {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private Feed() {}

  /**
   * Waits until all that is committed by now can be read: while an older transaction of another
   * test still writes, the feed holds back what is younger.
   */
  public static void settle() {
    Database database = Database.shared();
    String now = database.column("select pg_current_xact_id()::text").get(0);
    Waiting.until(
        LIMIT,
        () ->
            database
                .column(
                    "select (pg_snapshot_xmin(pg_current_snapshot()) > ?::text::xid8)::text", now)
                .get(0)
                .equals("true"),
        () -> "A transaction older than " + now + " does not end");
  }
}
