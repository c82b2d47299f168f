package tracker.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.shared.Explained;
import tracker.shared.Ids;
import tracker.shared.OneConnection;
import tracker.shared.OnePostgres;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Sql;

/** With 100,000 entries, the record is looked through from indexes. Nothing of it stays. */
class AuditDbTest {
  private static final int MANY = 100_000;
  private static final UUID ANN = Ids.next();
  private static final UUID GONE = Ids.next();
  private static final UUID PROJECT = Ids.next();
  private static final String KEY = "AU" + System.nanoTime() % 10_000_000L;
  private static final UUID TASK = Ids.next();
  private static Connection connection = connection();
  private static Explained sql = new Explained(OneConnection.of(connection));

  private final AuditRows rows = new AuditRows(sql);

  private static Connection connection() {
    try {
      return OnePostgres.source().getConnection();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeAll
  static void fill() throws SQLException {
    connection.setAutoCommit(false);
    change(
        "insert into auth.account (id, email, name, password_hash, role, active, theme,"
            + " created_at, version)"
            + " values (?, ? || '@x.test', 'Ann', 'x', 'user', true, 'system', now(), 1)",
        ANN,
        ANN.toString());
    change(
        "insert into task.project (id, key, name, visibility, created_by, created_at, updated_at)"
            + " values (?, ?, 'Neva', 'private', ?, now(), now())",
        PROJECT,
        KEY,
        ANN);
    change(
        "insert into task.task (id, project_id, space, number, title, status, priority, type, rank,"
            + " created_by, created_at, updated_at)"
            + " values (?, ?, ?, 1, 'Paint', 'todo', 1, 'task', 'i', ?, now(), now())",
        TASK,
        PROJECT,
        KEY,
        ANN);
    // somebody who left long ago, a few things of other kinds, and a great many tasks of others
    change(
        "insert into journal.change (id, entity, entity_id, scope, seq, actor_id, operation_id,"
            + " field, new, at, prev_hash, hash)"
            + " select gen_random_uuid(), 'task', gen_random_uuid(), gen_random_uuid(), 1,"
            + " case when n <= 3 then ?::uuid else gen_random_uuid() end, gen_random_uuid(),"
            + " case n % 2 when 0 then 'created' else 'title' end, '\"x\"',"
            + " timestamptz '2020-01-01 00:00:00Z' + n * interval '10 minutes', '', ''"
            + " from generate_series(1, ?) n",
        GONE, MANY);
    entry("task", TASK, "created", null, "{\"title\": \"Paint\"}", "2026-03-01T10:00:00Z");
    entry("task", TASK, "title", "\"Pant\"", "\"Paint\"", "2026-03-01T20:30:00Z");
    entry("filter", Ids.next(), "query", "\"my secret\"", "\"other\"", "2026-03-02T10:00:00Z");
    entry("account", ANN, "role", "\"user\"", "\"admin\"", "2026-03-03T10:00:00Z");
    entry("task", TASK, "deleted", null, "{\"title\": \"Paint\"}", "2026-03-04T10:00:00Z");
    sql.list("select 1", row -> row.getInt(1));
    try (var statement = connection.createStatement()) {
      statement.execute("analyze journal.change");
    }
  }

  private static void entry(
      String entity, UUID id, String field, @Nullable String old, String now, String at) {
    change(
        "insert into journal.change (id, entity, entity_id, scope, seq, actor_id, operation_id,"
            + " field, old, new, at, prev_hash, hash) values (?, ?, ?, ?,"
            + " (select count(*) + 1 from journal.change where entity_id = ?::uuid), ?, ?, ?,"
            + " ?::jsonb, ?::jsonb, ?::timestamptz, '', '')",
        Ids.next(),
        entity,
        id,
        entity.equals("task") ? PROJECT : null,
        id,
        ANN,
        Ids.next(),
        field,
        old,
        now,
        at);
  }

  private static void change(String statement, @Nullable Object... args) {
    new Sql(OneConnection.of(connection)).change(statement, args);
  }

  @AfterAll
  static void forget() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @BeforeEach
  void clear() {
    sql.plans().clear();
  }

  private static AuditAsk ask(
      @Nullable UUID actor,
      @Nullable String entity,
      @Nullable String action,
      @Nullable String project,
      @Nullable String from,
      @Nullable String to) {
    return AuditAsk.of(
        actor,
        entity,
        action,
        project,
        from == null ? null : LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to));
  }

  private Page<AuditEntry> page(AuditAsk ask) {
    return rows.page(ask, ZoneOffset.UTC, PageAsk.first(50));
  }

  private List<String> fields(AuditAsk ask) {
    return page(ask).items().stream().map(AuditEntry::field).toList();
  }

  @Test
  void entries_come_with_the_names_of_what_is_in_them() {
    AuditEntry made = page(ask(ANN, "task", "created", null, null, null)).items().get(0);
    assertEquals("Ann", made.actor());
    assertEquals(KEY + "-1", made.taskKey());
    assertEquals("Paint", made.name());
    assertEquals(KEY, made.projectKey());
    assertEquals("created", made.action());
    AuditEntry role = page(ask(ANN, "account", null, null, null, null)).items().get(0);
    assertEquals("Ann", role.name());
    assertEquals("changed", role.action());
    assertEquals("\"user\" \"admin\"", role.old() + " " + role.now());
  }

  @Test
  void what_people_keep_for_themselves_is_told_without_its_words() {
    AuditEntry own = page(ask(ANN, "filter", null, null, null, null)).items().get(0);
    assertEquals("query", own.field());
    assertNull(own.old());
    assertNull(own.now());
  }

  @Test
  void each_filter_narrows_and_the_last_comes_first() {
    List<String> all = List.of("deleted", "role", "query", "title", "created");
    assertEquals(all, fields(ask(ANN, null, null, null, null, null)));
    assertEquals(
        List.of("deleted", "title", "created"), fields(ask(null, null, null, KEY, null, null)));
    assertEquals(
        List.of("deleted"), fields(ask(ANN, null, "deleted", PROJECT.toString(), null, null)));
    assertEquals(
        List.of("role", "query", "title"), fields(ask(ANN, null, "changed", null, null, null)));
    assertEquals(List.of("role"), fields(ask(ANN, "account", null, null, null, null)));
    assertEquals(List.of(), fields(ask(ANN, null, "restored", null, null, null)));
    assertEquals(
        List.of("query", "title", "created"),
        fields(ask(ANN, null, null, null, "2026-03-01", "2026-03-02")));
  }

  @Test
  void days_begin_where_the_reader_is() {
    AuditAsk second = ask(ANN, null, null, null, "2026-03-02", "2026-03-02");
    assertEquals(List.of("query"), fields(second));
    assertEquals(
        List.of("query", "title"),
        rows.page(second, ZoneId.of("Asia/Vladivostok"), PageAsk.first(50)).items().stream()
            .map(AuditEntry::field)
            .toList());
  }

  @Test
  void a_walk_by_cursor_meets_each_entry_once() {
    List<String> met = new ArrayList<>();
    String cursor = null;
    do {
      Page<AuditEntry> part =
          rows.page(
              ask(ANN, null, null, null, null, null), ZoneOffset.UTC, new PageAsk(1, 2, cursor));
      part.items().forEach(one -> met.add(one.field()));
      assertEquals(5, part.total());
      cursor = part.next();
    } while (cursor != null);
    assertEquals(List.of("deleted", "role", "query", "title", "created"), met);
  }

  @Test
  void more_than_can_be_counted_at_once_is_not_counted() {
    assertEquals(AuditRows.COUNTED, page(AuditAsk.ALL).total());
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "-, -, -, -, change_at",
        "gone, -, -, -, change_actor",
        "ann, -, changed, -, change_actor",
        "-, webhook, -, -, change_rare",
        "-, account, -, -, change_rare",
        "-, -, deleted, -, change_gone",
        "-, -, -, project, change_scope",
      },
      nullValues = "-")
  void no_question_reads_the_whole_record(
      @Nullable String who,
      @Nullable String entity,
      @Nullable String action,
      @Nullable String project,
      String index) {
    UUID actor = who == null ? null : who.equals("ann") ? ANN : GONE;
    rows.some(
        ask(actor, entity, action, project == null ? null : KEY, null, null),
        ZoneOffset.UTC,
        PageAsk.first(50));
    String plan = sql.plans().get(sql.plans().size() - 1);
    assertTrue(plan.contains(index), plan);
    assertFalse(plan.contains("Seq Scan on change"), plan);
  }

  @ParameterizedTest
  @ValueSource(strings = {"boss", "Task"})
  void an_unknown_kind_is_refused(String entity) {
    Problem refused = assertThrows(Problem.class, () -> ask(null, entity, null, null, null, null));
    assertNotNull(refused.fields().get("entity"));
  }

  @Test
  void what_cannot_be_is_refused() {
    assertThrows(Problem.class, () -> ask(null, null, "touched", null, null, null));
    assertThrows(Problem.class, () -> ask(null, null, null, null, "2026-03-02", "2026-03-01"));
    assertThrows(Problem.class, () -> page(ask(null, null, null, "NOSUCH", null, null)));
    assertThrows(
        Problem.class, () -> rows.page(AuditAsk.ALL, ZoneOffset.UTC, new PageAsk(1, 5, "x")));
  }

  @Test
  void a_file_has_all_entries_in_parts_and_no_formula() throws IOException {
    AuditAsk ask = ask(ANN, "task", null, null, null, null);
    List<AuditEntry> all = rows.some(ask, ZoneOffset.UTC, PageAsk.first(50));
    AuditEntry evil =
        new AuditEntry(
            Ids.next(),
            all.get(0).at(),
            ANN,
            "=cmd()",
            "changed",
            "task",
            TASK,
            "@x",
            "title",
            null,
            null,
            null,
            null,
            Ids.next(),
            false);
    String csv = written(AuditFile.Kind.CSV, all, evil);
    assertEquals(1 + all.size() + 1, csv.lines().count());
    assertTrue(csv.startsWith("at,actor,"), csv);
    assertTrue(csv.contains(",'=cmd(),"), csv);
    assertTrue(csv.contains(",'@x,"), csv);
    assertTrue(csv.contains(",title,Pant,Paint,"), csv);
    String lines = written(AuditFile.Kind.JSONL, all, evil);
    assertEquals(all.size() + 1, lines.lines().count());
    assertTrue(lines.contains("\"old\":\"Pant\",\"new\":\"Paint\""), lines);
  }

  private static String written(AuditFile.Kind kind, List<AuditEntry> all, AuditEntry evil)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new AuditFile(
            kind,
            "audit",
            cursor ->
                cursor == null ? new Audit.Part(all, "more") : new Audit.Part(List.of(evil), null))
        .writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
