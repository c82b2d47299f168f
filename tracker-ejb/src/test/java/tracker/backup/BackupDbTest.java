package tracker.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import tracker.attachment.AttachmentSettings;
import tracker.attachment.Store;
import tracker.shared.Ids;
import tracker.shared.OnePostgres;
import tracker.shared.Settings;

/** What is backed up comes back the same, and what is not the same is noticed. */
class BackupDbTest {
  private static final Instant FIRST = Instant.parse("2026-11-22T03:00:00Z");
  private static final String NAME = "20261122T030000Z";
  private static final String ODD = "Ключ\tи\\nстрока\nещё \\. \"кавычки\" \\N";
  private static final UUID ATTACHMENT = Ids.next();
  private static final DatabasePlace SERVER = server();
  private static final DatabasePlace DATABASE = SERVER.named("gerask_backup_test");
  private static final Map<String, String> BYTES = Map.of(ATTACHMENT.toString(), "of a row");
  @TempDir private static Path home;
  @TempDir private Path shelf;

  @BeforeAll
  static void fill() throws SQLException, IOException {
    run(SERVER, "create database gerask_backup_test template template0");
    DATABASE.migrate("latest");
    run(
        DATABASE,
        "insert into task.tag (id, name, colour, created_by)"
            + " select gen_random_uuid(), 'tag ' || n, '#0a0b0c', gen_random_uuid()"
            + " from generate_series(1, 500) n");
    run(
        DATABASE,
        "insert into task.tag (id, name, colour, created_by) values (gen_random_uuid(), $x$"
            + ODD
            + "$x$, '#ffffff', gen_random_uuid())");
    run(
        DATABASE,
        "select journal.record(jsonb_build_array(jsonb_build_object('id', gen_random_uuid(),"
            + " 'entity', 'tag', 'entity_id', gen_random_uuid(), 'field', 'name', 'old', null,"
            + " 'new', 'x')), gen_random_uuid(), gen_random_uuid(), now())");
    run(
        DATABASE,
        "insert into report.step (task_id, project_id, at, became)"
            + " values (gen_random_uuid(), gen_random_uuid(), now(), 'todo')");
    run(DATABASE, "select setval('task.personal_number', 4471)");
    run(
        DATABASE,
        "insert into attachment.attachment (id, holder, holder_id, name, size, content_type, sha256,"
            + " created_by, created_at, updated_at, version) values ('"
            + ATTACHMENT
            + "', 'task', gen_random_uuid(), 'plan.txt', 8, 'text/plain', encode(sha256('of a"
            + " row'), 'hex'), gen_random_uuid(), now(), now(), 1)");
    keep(ATTACHMENT.toString(), BYTES.get(ATTACHMENT.toString()));
    Files.createDirectories(home.resolve("keys"));
    Files.writeString(home.resolve("keys/jwt.pem"), "a key");
  }

  @AfterAll
  static void end() throws SQLException {
    run(SERVER, "drop database gerask_backup_test with (force)");
  }

  @Test
  void a_backup_is_restored_for_trial_and_found_whole() throws SQLException, IOException {
    assertEquals(NAME, backup(Map.of()).make(FIRST));
    Manifest manifest = drill(Map.of()).prove(NAME);
    assertTrue(manifest.tables().size() > 40, manifest.tables()::toString);
    assertEquals(501, rows(manifest, "task.tag"));
    assertEquals(1, manifest.files().size());
    assertEquals(8, manifest.bytes());
    assertEquals(
        0, number(SERVER, "select count(*) from pg_database where datname like 'gerask_drill_%'"));
    // other programs read it too
    assertEquals("a key", Files.readString(shelf.resolve(NAME).resolve("keys/jwt.pem")));
    assertTrue(Files.exists(shelf.resolve(NAME).resolve("SHA256SUMS")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "linen 4471 basket"})
  void a_restore_into_an_empty_place_brings_everything(String passphrase) throws Exception {
    Map<String, String> sealed =
        passphrase.isEmpty() ? Map.of() : Map.of("BACKUP_PASSPHRASE", passphrase);
    backup(sealed).make(FIRST);
    String there = "gerask_restore_test";
    run(SERVER, "create database " + there + " template template0");
    try {
      Map<String, String> place = new HashMap<>(sealed);
      place.put("DATA_DIR", home.resolve("other").toString());
      restore(there, place).restore(NAME, false);
      assertEquals(501, number(SERVER.named(there), "select count(*) from task.tag"));
      assertEquals(
          1,
          number(
              SERVER.named(there), "select count(*) from task.tag where name = $x$" + ODD + "$x$"));
      assertEquals(4472, number(SERVER.named(there), "select nextval('task.personal_number')"));
      assertEquals(
          number(DATABASE, "select max(id) from report.step") + 1,
          number(
              SERVER.named(there),
              "insert into report.step (task_id, project_id, at, became) values"
                  + " (gen_random_uuid(), gen_random_uuid(), now(), 'done') returning id"));
      assertEquals(0, number(SERVER.named(there), "select count(first_bad) from journal.verify()"));
      assertThrows(
          SQLException.class,
          () -> run(SERVER.named(there), "delete from journal.change"),
          "Its triggers hold again");
      assertEquals("a key", Files.readString(home.resolve("other/keys/jwt.pem")));
      Store files = store(settings(place));
      try (var in = files.open(ATTACHMENT.toString(), 0)) {
        assertEquals("of a row", new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }

      BackupFailed refused =
          assertThrows(BackupFailed.class, () -> restore(there, place).restore(NAME, false));
      assertTrue(String.valueOf(refused.getMessage()).contains("replace"), refused.getMessage());
      run(SERVER.named(there), "update task.tag set name = id::text");
      restore(there, place).restore(NAME, true);
      assertEquals(
          1,
          number(
              SERVER.named(there), "select count(*) from task.tag where name = $x$" + ODD + "$x$"));
    } finally {
      run(SERVER, "drop database " + there + " with (force)");
    }
  }

  @Test
  void a_sealed_backup_shows_nothing_and_asks_for_its_passphrase() throws IOException {
    Map<String, String> sealed = Map.of("BACKUP_PASSPHRASE", "linen 4471 basket");
    backup(sealed).make(FIRST);
    drill(sealed).prove(NAME);
    try (Stream<Path> all = Files.walk(shelf)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("of a row") || text.contains("a key"), file.toString());
        assertFalse(text.contains(ATTACHMENT.toString()), file.toString());
      }
    }
    BackupFailed none = assertThrows(BackupFailed.class, () -> drill(Map.of()).prove(NAME));
    assertTrue(String.valueOf(none.getMessage()).contains("BACKUP_PASSPHRASE"));
    assertThrows(BackupFailed.class, () -> drill(Map.of("BACKUP_PASSPHRASE", "other")).prove(NAME));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tables/task.tag.gz", "manifest.json", "keys/jwt.pem", "contents.txt"})
  void an_altered_file_of_a_backup_fails_the_drill(String file) throws IOException {
    backup(Map.of()).make(FIRST);
    Path altered = shelf.resolve(NAME).resolve(file);
    byte[] bytes = Files.readAllBytes(altered);
    bytes[bytes.length / 2] ^= 1;
    Files.write(altered, bytes);
    assertFails(file + " of backup " + NAME + " is not as it was written.");
  }

  @Test
  void a_missing_table_fails_the_drill() throws IOException {
    backup(Map.of()).make(FIRST);
    Files.delete(shelf.resolve(NAME).resolve("tables/task.tag.gz"));
    assertFails("tables/task.tag.gz of backup " + NAME + " is missing.");
  }

  @Test
  void altered_bytes_of_a_file_fail_the_drill() throws IOException {
    backup(Map.of()).make(FIRST);
    Files.writeString(content(), "of a cow");
    assertFails("File " + ATTACHMENT + " of backup " + NAME + " is not as it was written.");
    Files.delete(content());
    assertFails("File " + ATTACHMENT + " of backup " + NAME + " cannot be read.");
  }

  @Test
  void rows_that_do_not_match_the_manifest_fail_the_drill_even_with_right_sums()
      throws IOException {
    backup(Map.of()).make(FIRST);
    Path manifest = shelf.resolve(NAME).resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("\"rows\":501", "\"rows\":500"));
    Sums.write(shelf.resolve(NAME));
    assertFails("Table task.tag of backup " + NAME + " holds 501 rows that are not the 500");
  }

  @Test
  void a_row_without_its_bytes_fails_the_drill() throws Exception {
    run(
        DATABASE,
        "insert into attachment.attachment (id, holder, holder_id, name, size, content_type, sha256,"
            + " created_by, created_at, updated_at, version) select '"
            + "01900000-0000-7000-8000-000000000001"
            + "', holder, holder_id, name, size, content_type, sha256, created_by, created_at,"
            + " updated_at, version from attachment.attachment");
    try {
      backup(Map.of()).make(FIRST);
      assertFails("lacks the bytes of attachment 01900000-0000-7000-8000-000000000001.");
    } finally {
      run(DATABASE, "delete from attachment.attachment where id::text like '01900000%'");
    }
  }

  @Test
  void the_newest_stay_and_bytes_that_no_backup_holds_go() throws IOException {
    Map<String, String> two = Map.of("BACKUP_KEEP", "2");
    keep("01900000-0000-7000-8000-0000000000aa.preview", "only in the first");
    backup(two).make(FIRST);
    assertEquals(2, contents());
    try (Stream<Path> all = Files.walk(home)) {
      Files.delete(
          all.filter(file -> file.endsWith("01900000-0000-7000-8000-0000000000aa.preview"))
              .findFirst()
              .orElseThrow());
    }
    backup(two).make(FIRST.plusSeconds(60));
    assertEquals(2, contents());
    backup(two).make(FIRST.plusSeconds(120));
    assertEquals(1, contents());
    assertEquals(List.of("20261122T030100Z", "20261122T030200Z"), shelf(Map.of()).names());
    drill(two).prove("20261122T030100Z");
  }

  @Test
  void what_a_killed_backup_left_is_no_backup_and_goes_with_the_next() throws IOException {
    Path left = Files.createDirectories(shelf.resolve("20261121T030000Z.part"));
    Files.writeString(left.resolve("manifest.json"), "{}");
    assertThrows(BackupFailed.class, () -> shelf(Map.of()).find(null));
    backup(Map.of()).make(FIRST);
    assertFalse(Files.exists(left));
    assertEquals(NAME, shelf(Map.of()).find(null));
  }

  @Test
  void two_backups_at_once_are_one_too_many() throws SQLException {
    try (Connection other = DATABASE.connect();
        Statement statement = other.createStatement()) {
      statement.execute("select pg_advisory_lock(hashtextextended('gerask backup', 0))");
      BackupFailed refused = assertThrows(BackupFailed.class, () -> backup(Map.of()).make(FIRST));
      assertEquals("Another backup is being made.", refused.getMessage());
    }
  }

  @Test
  void a_restore_beside_a_running_gerask_is_refused() throws SQLException {
    backup(Map.of()).make(FIRST);
    try (Connection other = DATABASE.connect()) {
      assertTrue(other.isValid(1));
      BackupFailed refused =
          assertThrows(
              BackupFailed.class,
              () -> restore("gerask_backup_test", Map.of()).restore(NAME, true));
      assertTrue(String.valueOf(refused.getMessage()).contains("in use by 1"));
    }
  }

  @Test
  void what_became_of_it_is_noted() throws SQLException {
    Runs runs = new Runs(DATABASE, () -> FIRST);
    runs.noted("backup", () -> NAME);
    assertThrows(
        BackupFailed.class,
        () ->
            runs.noted(
                "drill",
                () -> {
                  throw new BackupFailed("It was altered.");
                }));
    assertEquals(
        1,
        number(
            DATABASE,
            "select count(*) from backup.run where kind = 'drill' and failure = 'It was"
                + " altered.'"));
    run(DATABASE, "delete from backup.run");
  }

  private void assertFails(String sentence) {
    BackupFailed failed = assertThrows(BackupFailed.class, () -> drill(Map.of()).prove(NAME));
    assertTrue(String.valueOf(failed.getMessage()).contains(sentence), failed.getMessage());
  }

  private Backup backup(Map<String, String> more) {
    Settings settings = settings(more);
    return new Backup(DATABASE, BackupSettings.read(settings), store(settings), null);
  }

  private Restore restore(String database, Map<String, String> more) {
    Settings settings = settings(more);
    return new Restore(
        SERVER.named(database),
        BackupSettings.read(settings),
        store(settings),
        home.resolve("uploads/arrivals"));
  }

  private static Store store(Settings settings) {
    return Store.of(AttachmentSettings.read(settings), () -> FIRST);
  }

  private Drill drill(Map<String, String> more) {
    return new Drill(DATABASE, shelf(more));
  }

  private Shelf shelf(Map<String, String> more) {
    return new Shelf(shelf, more.get("BACKUP_PASSPHRASE"));
  }

  private Settings settings(Map<String, String> more) {
    Map<String, String> all = new HashMap<>();
    all.put("DATA_DIR", home.toString());
    all.put("BACKUP_DIR", shelf.toString());
    all.putAll(more);
    return new Settings(all::get);
  }

  private Path content() throws IOException {
    try (Stream<Path> all = Files.walk(shelf.resolve("files"))) {
      return all.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }

  private long contents() throws IOException {
    try (Stream<Path> all = Files.walk(shelf.resolve("files"))) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  private static long rows(Manifest manifest, String table) {
    return manifest.tables().stream()
        .filter(one -> one.name().equals(table))
        .findFirst()
        .orElseThrow()
        .rows();
  }

  private static void keep(String name, String text) throws IOException {
    Store files = store(new Settings(Map.of("DATA_DIR", home.toString())::get));
    files.keep(name, Files.writeString(Files.createTempFile(home, "file", ""), text));
  }

  private static DatabasePlace server() {
    PGSimpleDataSource source = (PGSimpleDataSource) OnePostgres.source();
    return new DatabasePlace(source.getURL(), String.valueOf(source.getUser()), "postgres");
  }

  private static void run(DatabasePlace database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(DatabasePlace database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
