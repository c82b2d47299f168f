package tracker.feed;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tracker.identity.Role;
import tracker.shared.Ids;
import tracker.shared.OnePostgres;
import tracker.shared.Sql;

/** What a node hears: two lines on one database stand for two nodes. */
class LineDbTest {
  private static final int SECONDS = 20;
  private final Sql sql = OnePostgres.sql();
  private final Records records = new Records();
  private final BlockingQueue<String> rings = new LinkedBlockingQueue<>();
  private final BlockingQueue<Boolean> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<UUID> called = new LinkedBlockingQueue<>();
  private volatile boolean away;
  private volatile int process;

  private final Line first =
      new Line(this::open, () -> rings.add("first"), called::add, heard::add);
  private final Line second =
      new Line(
          OnePostgres.source()::getConnection, () -> rings.add("second"), id -> {}, here -> {});

  private Connection open() throws SQLException {
    if (away) {
      throw new SQLException("away");
    }
    Connection connection = OnePostgres.source().getConnection();
    process = connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
    return connection;
  }

  @BeforeEach
  void start() throws InterruptedException {
    new Thread(first, "first").start();
    new Thread(second, "second").start();
    rings("first");
    rings("second");
    rings.clear();
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  /** Waits for a ring of this line. */
  private void rings(String which) throws InterruptedException {
    @Nullable String one;
    do {
      one = rings.poll(SECONDS, TimeUnit.SECONDS);
      assertTrue(one != null, "No ring of the " + which + " line");
    } while (!which.equals(one));
  }

  @Test
  void all_nodes_hear_what_one_of_them_committed() throws Exception {
    records.change("thing", Ids.next(), null, null);
    rings("first");
    rings.clear();
    records.change("thing", Ids.next(), null, null);
    rings("second");
  }

  @Test
  void who_is_called_out_is_called_on_every_node() throws Exception {
    UUID account = Ids.next();
    new FeedRows(sql, Records.caller(Role.ADMIN)).callOut(List.of(account));
    assertTrue(account.equals(called.poll(SECONDS, TimeUnit.SECONDS)));
  }

  @Test
  void it_rings_again_when_an_older_writer_ends_that_told_nothing() throws Exception {
    String start = new FeedRows(sql, Records.caller(Role.ADMIN)).end().cursor();
    try (Connection slow = OnePostgres.source().getConnection()) {
      slow.setAutoCommit(false);
      slow.createStatement().execute("select pg_current_xact_id()");
      UUID change = records.change("thing", Ids.next(), null, null);
      rings("first");
      rings.clear();
      slow.rollback();
      rings("first");
      FeedRows rows = new FeedRows(sql, Records.caller(Role.ADMIN));
      ChangesPart part = rows.part(ChangesAsk.of(start, null, null, null), false);
      assertTrue(part.items().stream().anyMatch(one -> one.id().equals(change)));
    }
  }

  @Test
  void a_lost_line_is_opened_again_and_meanwhile_it_rings_by_itself() throws Exception {
    heard.clear();
    away = true;
    sql.list("select pg_terminate_backend(?)", row -> row.getBoolean(1), process);
    assertTrue(Boolean.FALSE.equals(heard.poll(SECONDS, TimeUnit.SECONDS)));
    rings("first");
    heard.clear();
    away = false;
    Boolean back = false;
    while (!Boolean.TRUE.equals(back)) {
      back = heard.poll(SECONDS, TimeUnit.SECONDS);
      assertTrue(back != null, "It is not opened again");
    }
    rings.clear();
    records.change("thing", Ids.next(), null, null);
    rings("first");
  }
}
