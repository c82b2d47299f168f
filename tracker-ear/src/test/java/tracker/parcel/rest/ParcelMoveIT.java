package tracker.parcel.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tracker.harness.Answer;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Product;
import tracker.harness.Rest;
import tracker.harness.Work.Project;

/** A project moves from one instance to an empty one. */
@Isolated("starts a second copy of the product")
class ParcelMoveIT {
  private final Person admin = People.admin();
  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Lund");

  @TempDir private Path folder;

  @Test
  void a_project_is_the_same_in_another_instance() throws Exception {
    Project project = Whole.of(anna, boris);
    String document = Whole.document(admin, project).text();
    JsonNode history = history(anna.rest(), project);
    try (Product other = Product.start(Product.fresh("parcel"), Map.of())) {
      other.awaitReady();
      Rest open = Rest.of(other);
      String access = People.login(open, Product.ADMIN_EMAIL, Product.ADMIN_PASSWORD).access();
      Rest there = open.as(access);
      Answer trial = there.post("/api/import/project?dry_run=true", document).is(200);
      assertEquals(List.of(), keys(there), trial::toString);
      String feed = there.get("/api/changes?limit=200").is(200).field("next");

      Answer came = there.post("/api/import/project", document).is(201);
      assertEquals(trial.at("/created"), came.at("/created"));
      assertEquals(document, there.get(of(project)).is(200).text());
      assertEquals(List.of(project.key()), keys(there));

      assertEquals(words(history), words(history(there, project)));
      assertTrue(there.get("/api/admin/audit/verify").is(200).at("/valid").asBoolean());
      assertEquals(0, verified(there.get("/api/admin/audit/export").is(200).text()));
      assertEquals(
          List.of("account", "account", "project", "tag", "tag"), heard(there, feed, came));
      List<String> found = new ArrayList<>();
      there.get("/api/search?q=труба").is(200).at("/items").forEach(one -> found.add(where(one)));
      assertEquals(List.of(project.key() + "-1 comment"), found);
      String file = Whole.tree(document).at("/attachments/0/id").asText();
      String words = there.get("/api/attachments/" + file).is(200).text();
      assertEquals("Всё подключено", words);
      String report = "/api/projects/" + project.key() + "/report";
      for (String part : List.of("/arrivals", "/flow", "/cycle")) {
        assertEquals(
            admin.rest().get(report).is(200).at(part), there.get(report).is(200).at(part), part);
      }

      nothing_of_it_is_taken_back_but_the_whole(there, came, history);
      people_cannot_sign_in_until_they_are_let(open, there);
    }
  }

  /** What the program for operators says of a copy of the record: 0 where it is sound. */
  private int verified(String copy) throws IOException, InterruptedException {
    Path source = Product.target().resolve("../../config/VerifyAudit.java");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path lines = Files.writeString(folder.resolve("audit.jsonl"), copy);
    return new ProcessBuilder(java.toString(), source.toString(), lines.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said.txt").toFile())
        .start()
        .waitFor();
  }

  private void nothing_of_it_is_taken_back_but_the_whole(
      Rest there, Answer came, JsonNode history) {
    String old = history.at("/items/0/operation_id").asText();
    there.post("/api/operations/" + old + "/undo", null).refuses(409, "DONE_ELSEWHERE");
    String import_ = came.field("operation_id");
    assertEquals(import_, came.header("X-Operation-Id"));
    there.post("/api/operations/" + import_ + "/undo", null).is(200);
    assertEquals(List.of(), keys(there));
  }

  private void people_cannot_sign_in_until_they_are_let(Rest open, Rest there) {
    open.post("/api/auth/login", Map.of("email", anna.email(), "password", anna.password()))
        .refuses(401, "WRONG_CREDENTIALS");
    JsonNode people = there.get("/api/users?q=" + anna.email()).is(200).at("/items/0");
    assertEquals("Anna Weber", people.path("name").asText());
    assertFalse(people.path("active").asBoolean());
  }

  private static String of(Project project) {
    return "/api/export/project/" + project.key() + ".json";
  }

  private static JsonNode history(Rest rest, Project project) {
    return rest.get("/api/tasks/" + project.key() + "-1/history?limit=200").is(200).json();
  }

  /** What happened, when and to what: accounts have other ids elsewhere. */
  private static List<String> words(JsonNode history) {
    List<String> words = new ArrayList<>();
    history
        .path("items")
        .forEach(
            one ->
                words.add(
                    List.of("id", "at", "entity", "entity_id", "field", "operation_id").stream()
                        .map(name -> one.path(name).asText())
                        .toList()
                        .toString()));
    assertTrue(words.size() > 4, history::toString);
    return words;
  }

  private static List<String> keys(Rest rest) {
    List<String> keys = new ArrayList<>();
    rest.get("/api/projects")
        .is(200)
        .at("/items")
        .forEach(one -> keys.add(one.path("key").asText()));
    return keys;
  }

  private static List<String> heard(Rest rest, String after, Answer came) {
    List<String> heard = new ArrayList<>();
    rest.get("/api/changes?limit=200&after=" + after)
        .is(200)
        .at("/items")
        .forEach(
            one -> {
              assertEquals(came.field("operation_id"), one.path("operation_id").asText());
              heard.add(one.path("entity").asText());
            });
    heard.sort(null);
    return heard;
  }

  private static String where(JsonNode found) {
    return found.path("key").asText() + " " + found.path("where").asText();
  }
}
