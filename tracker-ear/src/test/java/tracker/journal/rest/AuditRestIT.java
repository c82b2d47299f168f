package tracker.journal.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tracker.harness.Answer;
import tracker.harness.Database;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Product;
import tracker.harness.Rest;
import tracker.harness.Waiting;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Nobody alters the past unseen. */
@Isolated("forges the record behind the back of all others")
class AuditRestIT {
  private final Person anna = People.named("Anna Weber");
  @TempDir private Path folder;

  @Test
  void only_an_administrator_may_ask_for_the_proof() {
    anna.rest().get("/api/admin/audit/verify").refuses(403, "FORBIDDEN");
  }

  @Test
  void a_row_that_sql_changed_is_found() {
    Project project = Work.project(anna);
    Answer task = Work.task(anna, project, "Honest title");
    anna.rest()
        .patch("/api/tasks/" + task.field("key"), Map.of("title", "Changed by hand"))
        .is(200);
    Answer before = People.admin().rest().get("/api/admin/audit/verify").is(200);
    assertTrue(before.at("/valid").asBoolean(), before::toString);
    assertTrue(before.at("/checked").asLong() > 0, before::toString);

    Database database = Database.shared();
    database.change("alter table journal.change disable trigger user");
    try {
      String row =
          " where field = 'title' and old is not null and entity_id = '" + task.field("id") + "'";
      assertEquals(1, database.change("update journal.change set new = '\"Forged\"'" + row));
      Answer forged = People.admin().rest().get("/api/admin/audit/verify").is(200);
      assertFalse(forged.at("/valid").asBoolean(), forged::toString);
      assertEquals(
          database.column("select id from journal.change" + row).get(0), forged.field("first_bad"));
      database.change("update journal.change set new = '\"Changed by hand\"'" + row);
    } finally {
      database.change("alter table journal.change enable trigger user");
    }
    Answer healed = People.admin().rest().get("/api/admin/audit/verify").is(200);
    assertTrue(healed.at("/valid").asBoolean(), healed::toString);
  }

  @Test
  void a_copy_of_the_record_is_verified_without_the_product() throws Exception {
    anna.rest().get("/api/admin/audit/export").refuses(403, "FORBIDDEN");
    Project project = Work.project(anna);
    Answer task = Work.task(anna, project, "Quote \" slash \\ line \n snow ☃");
    Path earlier = copy("earlier.jsonl");
    assertEquals(0, verify(earlier));
    anna.rest().patch("/api/tasks/" + task.field("key"), Map.of("title", "Other")).is(200);
    Path copy = copy("later.jsonl");
    assertEquals(0, verify(copy, earlier));
    List<String> lines = Files.readAllLines(copy);
    String entry = lines.stream().filter(line -> line.contains("snow ☃")).findFirst().orElseThrow();
    int place = lines.indexOf(entry);
    assertEquals(1, verify(changed(lines, place, entry.replace("snow", "show"))));
    assertEquals(1, verify(changed(lines, place, null)));
    assertEquals(1, verify(changed(lines, lines.size() - 1, null)));
    assertEquals(1, verify(earlier, copy));
    assertEquals(2, verify(Path.of("nowhere.jsonl")));
  }

  private Path copy(String name) throws IOException {
    Answer answer = People.admin().rest().get("/api/admin/audit/export").is(200);
    assertTrue(answer.header("Content-Type").startsWith("application/x-ndjson"), name);
    return Files.writeString(folder.resolve(name), answer.text());
  }

  /** A copy in which somebody replaced a line, or removed it. */
  private Path changed(List<String> lines, int place, @Nullable String line) throws IOException {
    List<String> other = new ArrayList<>(lines);
    other.remove(place);
    if (line != null) {
      other.add(place, line);
    }
    return Files.write(folder.resolve("changed.jsonl"), other);
  }

  private int verify(Path... copies) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        new ArrayList<>(
            List.of(java.toString(), "-XX:TieredStopAtLevel=1", "-cp", compiled(), "VerifyAudit"));
    for (Path copy : copies) {
      command.add(copy.toString());
    }
    Process run =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
    return run.waitFor();
  }

  // as "java VerifyAudit.java" does each time, but once
  private String compiled() {
    Path classes = folder.resolve("classes");
    if (!Files.exists(classes)) {
      Path source = Product.target().resolve("../../config/VerifyAudit.java");
      int end =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, "-d", classes.toString(), source.toString());
      assertEquals(0, end, "VerifyAudit.java does not compile");
    }
    return classes.toString();
  }

  @Test
  void operators_see_how_the_last_proof_ended() {
    Waiting.until(
        Duration.ofMinutes(1),
        () -> Rest.stranger().get("/metrics").is(200).text().contains("tracker_journal_valid 1"),
        () -> "No proof was made by itself");
    Answer health = Rest.stranger().get("/health").is(200);
    assertTrue(health.text().contains("\"name\":\"journal\""), health::toString);
    Database database = Database.shared();
    String bad = "01a1fa6f-5da7-7000-8597-bab161f57da6";
    database.change("update journal.proof set first_bad = '" + bad + "'");
    try {
      Answer down = Rest.stranger().get("/health").is(503);
      assertTrue(down.text().contains(bad), down::toString);
      Rest.stranger().get("/ready").is(200);
    } finally {
      database.change("update journal.proof set first_bad = null");
    }
  }

  @Test
  void the_database_itself_refuses_to_change_the_past() {
    Work.project(anna);
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class,
            () -> Database.shared().change("delete from journal.change"));
    assertTrue(String.valueOf(refused.getCause()).contains("append-only"), refused::toString);
  }
}
