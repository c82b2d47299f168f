package tracker.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import tracker.shared.OneConnection;
import tracker.shared.OnePostgres;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Sql;
import tracker.shared.SqlFailure;

class JournalDbTest {
  private final Sql sql = OnePostgres.sql();
  private final Clock clock = new Clock();
  private final Entries entries = new Entries(sql);
  private final Proofs proofs = new Proofs(sql, clock);
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
        new Clock(),
        List.of(),
        null);
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
    Proof proof = proofs.verify();
    assertTrue(proof.valid());
    assertNull(proof.firstBad());
    assertTrue(proof.checked() >= 3);
  }

  @Test
  void a_record_that_is_proved_in_parts_is_proved_whole() throws SQLException {
    write("a", "b", "c");
    UUID middle = rows().get(1);
    try (Connection connection = OnePostgres.source().getConnection();
        Statement run = connection.createStatement()) {
      connection.setAutoCommit(false);
      Sql here = new Sql(OneConnection.of(connection));
      Proof whole = new Proofs(here, clock).verify();
      Proof parts = new Proofs(here, clock, 7).verify();
      assertTrue(whole.checked() > 20);
      assertEquals(whole, parts);
      run.execute("set local session_replication_role = replica");
      run.execute("update journal.change set field = 'other' where id = '" + middle + "'");
      assertEquals(middle, new Proofs(here, clock, 7).verify().firstBad());
      connection.rollback();
    }
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
    assertTrue(proofs.verify().valid());
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
        new Clock(),
        List.of(),
        null);
    List<HistoryEntry> found = entries.ofOperation(caller.operation());
    assertEquals(
        List.of(entity, other, other), found.stream().map(HistoryEntry::entityId).toList());
    assertEquals("b", found.get(1).field());
  }

  @Test
  void the_history_of_a_thing_tells_of_what_hangs_on_it_too() {
    write("a");
    UUID hung = Ids.next();
    entries.write(
        List.of(new Change("file", hung, null, "created", null, "x", entity)),
        somebody(),
        clock,
        List.of(),
        null);
    entries.write(
        List.of(new Change("file", hung, null, "deleted", null, "x")),
        somebody(),
        clock,
        List.of(),
        null);
    write("b");
    Page<HistoryEntry> page = entries.of(entity, PageAsk.first(3));
    assertEquals(
        List.of("field0", "deleted", "created"),
        page.items().stream().map(HistoryEntry::field).toList());
    assertEquals(4, page.total());
    assertEquals(1, entries.of(entity, new PageAsk(1, 3, page.next())).items().size());
    assertEquals(2, entries.of(hung, PageAsk.first(5)).total());
  }

  @Test
  void a_proof_that_was_kept_is_told_until_the_next_one() {
    write("a");
    Proof proof = proofs.renew();
    assertTrue(proof.valid());
    LastProof first = proofs.last().orElseThrow();
    assertEquals(proof, first.proof());
    clock.shift(Duration.ofDays(1));
    proofs.renew();
    LastProof second = proofs.last().orElseThrow();
    assertTrue(second.at().isAfter(first.at().plus(Duration.ofHours(23))));
  }

  @Test
  void the_copy_has_each_entry_once_each_chain_with_its_end_and_a_last_line() {
    for (int i = 0; i < 60; i++) {
      entries.write(
          List.of(new Change("thing", Ids.next(), null, "created", null, "a \"b\" \\ ц")),
          somebody(),
          clock,
          List.of(),
          null);
    }
    Scribe scribe = new Scribe(sql);
    List<String> lines = new ArrayList<>();
    Transcript.Place place = Transcript.Place.START;
    while (place != null) {
      Transcript part = scribe.after(place);
      lines.addAll(part.lines());
      place = part.next();
    }
    assertEquals("{\"end\": true}", lines.get(lines.size() - 1));
    assertEquals(
        count("select count(*) from journal.head"),
        lines.stream().filter(line -> line.startsWith("{\"head\"")).count());
    List<String> told = lines.stream().filter(line -> line.startsWith("{\"hash\"")).toList();
    assertEquals(count("select count(*) from journal.change"), told.size());
    assertEquals(told.size(), Set.copyOf(told).size());
  }

  private long count(String statement) {
    return sql.first(statement, row -> row.getLong(1)).orElseThrow();
  }
}
