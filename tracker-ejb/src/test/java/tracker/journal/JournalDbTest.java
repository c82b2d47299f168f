package tracker.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.identity.Caller;
import tracker.identity.Role;
import tracker.shared.Clock;
import tracker.shared.Ids;
import tracker.shared.OnePostgres;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Sql;
import tracker.shared.SqlFailure;

class JournalDbTest {
  private final Sql sql = OnePostgres.sql();
  private final Entries entries = new Entries(sql);
  private final UUID entity = Ids.next();

  private static Caller somebody() {
    Caller caller = new Caller();
    caller.signIn(new Caller.SignedIn(Ids.next(), "Ann", Role.USER, Ids.next(), null, null));
    return caller;
  }

  private Caller write(Object... values) {
    Caller caller = somebody();
    entries.write(
        IntStream.range(0, values.length)
            .mapToObj(i -> new Change("thing", entity, null, "field" + i, null, values[i]))
            .toList(),
        caller,
        new Clock());
    return caller;
  }

  private List<UUID> rows() {
    return sql.list(
        "select id from journal.change where entity_id = ? order by seq",
        row -> row.getObject(1, UUID.class),
        entity);
  }

  /** Runs a statement as somebody who went round the guards, and verifies before it is undone. */
  private Proof verifyAfter(String statement, UUID id) throws SQLException {
    try (Connection connection = OnePostgres.source().getConnection();
        Statement run = connection.createStatement()) {
      connection.setAutoCommit(false);
      run.execute("set local session_replication_role = replica");
      run.execute(statement.replace(":id", "'" + id + "'"));
      try (var proof = run.executeQuery("select checked, first_bad from journal.verify()")) {
        assertTrue(proof.next());
        UUID bad = Sql.id(proof, "first_bad");
        return new Proof(bad == null, proof.getLong("checked"), bad);
      } finally {
        connection.rollback();
      }
    }
  }

  @Test
  void changes_are_read_back_newest_first_with_actor_and_operation() {
    Caller caller = write("a", Map.of("b", 1), List.of("c"));
    Page<HistoryEntry> page = entries.of(entity, PageAsk.first(2));
    assertEquals(
        List.of("field2", "field1"), page.items().stream().map(HistoryEntry::field).toList());
    assertEquals(3, page.total());
    HistoryEntry newest = page.items().get(0);
    assertEquals("[\"c\"]", String.valueOf(newest.now()));
    assertNull(newest.old());
    assertEquals(caller.id(), newest.actorId());
    assertEquals(caller.operation(), newest.operationId());
    Page<HistoryEntry> rest = entries.of(entity, new PageAsk(1, 2, page.next()));
    assertEquals(List.of("field0"), rest.items().stream().map(HistoryEntry::field).toList());
    assertNull(rest.next());
  }

  @Test
  void a_cursor_that_is_none_is_refused() {
    assertThrows(Problem.class, () -> entries.of(entity, new PageAsk(1, 2, "WyJ4Il0")));
  }

  @Test
  void an_untouched_record_is_valid() {
    write("a", "b", null);
    Proof proof = entries.verify();
    assertTrue(proof.valid());
    assertNull(proof.firstBad());
    assertTrue(proof.checked() >= 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new = '\"z\"'",
        "old = '1'",
        "actor_id = gen_random_uuid()",
        "actor_id = null",
        "at = at + interval '1 microsecond'",
        "field = 'other'",
        "scope = gen_random_uuid()",
        "operation_id = gen_random_uuid()",
        "hash = sha256('x')",
        "prev_hash = sha256('x')"
      })
  void an_altered_row_is_found_and_named(String change) throws SQLException {
    write("a", "b", "c");
    UUID middle = rows().get(1);
    Proof proof = verifyAfter("update journal.change set " + change + " where id = :id", middle);
    assertFalse(proof.valid());
    assertEquals(middle, proof.firstBad());
  }

  @Test
  void a_removed_row_is_found_by_the_one_after_it() throws SQLException {
    write("a", "b", "c");
    Proof proof = verifyAfter("delete from journal.change where id = :id", rows().get(1));
    assertEquals(rows().get(2), proof.firstBad());
  }

  @Test
  void a_removed_last_row_is_found_by_the_one_before_it() throws SQLException {
    write("a", "b", "c");
    Proof proof = verifyAfter("delete from journal.change where id = :id", rows().get(2));
    assertEquals(rows().get(1), proof.firstBad());
  }

  @Test
  void an_entity_whose_rows_are_all_gone_is_found() throws SQLException {
    write("a");
    Proof proof = verifyAfter("delete from journal.change where id = :id", rows().get(0));
    assertEquals(entity, proof.firstBad());
  }

  @Test
  void a_row_slipped_in_is_found() throws SQLException {
    write("a", "b");
    UUID last = rows().get(1);
    Proof proof =
        verifyAfter(
            "insert into journal.change (id, entity, entity_id, seq, operation_id, field, at,"
                + " prev_hash, hash) select gen_random_uuid(), entity, entity_id, seq + 1,"
                + " operation_id, 'forged', at, hash, sha256('forged')"
                + " from journal.change where id = :id",
            last);
    assertFalse(proof.valid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update journal.change set field = 'x' where entity_id = ?",
        "delete from journal.change where entity_id = ?",
        "delete from journal.head where entity_id = ?"
      })
  void the_record_is_append_only(String statement) {
    write("a");
    SqlFailure refused = assertThrows(SqlFailure.class, () -> sql.change(statement, entity));
    assertEquals("42501", refused.state());
  }

  @Test
  void the_record_cannot_be_emptied() {
    write("a");
    assertThrows(SqlFailure.class, () -> sql.change("truncate journal.change"));
    assertThrows(SqlFailure.class, () -> sql.change("truncate journal.head"));
  }

  @Test
  void many_writers_of_one_entity_make_one_chain() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<Caller>> writers =
          IntStream.range(0, 40).mapToObj(i -> pool.submit(() -> write("x" + i))).toList();
      for (Future<Caller> writer : writers) {
        writer.get();
      }
    } finally {
      pool.shutdown();
    }
    assertEquals(40, rows().size());
    assertTrue(entries.verify().valid());
  }

  @Test
  void the_changes_of_an_operation_come_by_entity() {
    Caller caller = somebody();
    UUID other = Ids.next();
    entries.write(
        List.of(
            new Change("thing", other, null, "a", null, 1),
            new Change("thing", entity, null, "a", null, 1),
            new Change("thing", other, null, "b", null, 2)),
        caller,
        new Clock());
    List<HistoryEntry> found = entries.ofOperation(caller.operation());
    assertEquals(
        List.of(entity, other, other), found.stream().map(HistoryEntry::entityId).toList());
    assertEquals("b", found.get(1).field());
  }
}
