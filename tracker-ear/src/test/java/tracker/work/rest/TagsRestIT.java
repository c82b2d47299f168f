package tracker.work.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Parallel;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Tags. */
class TagsRestIT {
  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Lund");
  private final String name = "Метка " + Work.aKey();

  @Test
  void a_tag_is_created_found_changed_and_deleted() {
    Answer made = anna.rest().post("/api/tags", Map.of("name", name, "colour", "#AABBCC")).is(201);
    String path = "/api/tags/" + made.field("id");
    assertEquals("#aabbcc", made.field("colour"));
    assertEquals(path, made.header("Location"));
    assertEquals(made.json(), anna.rest().get(path).is(200).json());
    Answer found = anna.rest().get("/api/tags?q=" + made.field("name").substring(6)).is(200);
    assertEquals(1, found.at("/total").asInt());
    Answer changed =
        anna.rest().with("If-Match", "\"1\"").patch(path, Map.of("colour", "#000000")).is(200);
    assertEquals("\"2\"", changed.header("ETag"));
    anna.rest().with("If-Match", "\"1\"").patch(path, Map.of("name", "x")).refuses(412, "STALE");
    anna.rest().delete(path).is(204);
    anna.rest().get(path).refuses(404, "TAG_NOT_FOUND");
  }

  @Test
  void a_name_is_unique_without_regard_to_case() {
    anna.rest().post("/api/tags", Map.of("name", name)).is(201);
    boris
        .rest()
        .post("/api/tags", Map.of("name", name.toUpperCase(Locale.ROOT)))
        .refuses(409, "TAG_TAKEN")
        .names("name");
    Answer other = anna.rest().post("/api/tags", Map.of("name", name + "2")).is(201);
    anna.rest()
        .patch("/api/tags/" + other.field("id"), Map.of("name", name))
        .refuses(409, "TAG_TAKEN");
  }

  @Test
  void bad_fields_are_named() {
    anna.rest()
        .post("/api/tags", Map.of("name", ""))
        .refuses(422, "VALIDATION_ERROR")
        .names("name");
    anna.rest()
        .post("/api/tags", Map.of("name", name, "colour", "red"))
        .refuses(422, "VALIDATION_ERROR")
        .names("colour");
    anna.rest().get("/api/tags/" + UUID.randomUUID()).refuses(404, "TAG_NOT_FOUND");
    anna.rest().get("/api/tags/x").refuses(404, "TAG_NOT_FOUND");
  }

  @Test
  void only_its_creator_or_an_administrator_changes_a_tag() {
    Answer made = anna.rest().post("/api/tags", Map.of("name", name)).is(201);
    String path = "/api/tags/" + made.field("id");
    boris.rest().patch(path, Map.of("name", "x")).refuses(403, "FORBIDDEN");
    boris.rest().delete(path).refuses(403, "FORBIDDEN");
    People.admin().rest().patch(path, Map.of("colour", "#123456")).is(200);
  }

  @Test
  void a_tag_on_private_tasks_only_is_hidden_from_strangers() {
    Project project = Work.project(anna);
    Work.task(anna, project, "tagged", Map.of("tags", List.of(name)));
    String query = "/api/tags?q=" + name.substring(6);
    assertEquals(1, anna.rest().get(query).is(200).at("/total").asInt());
    assertEquals(0, boris.rest().get(query).is(200).at("/total").asInt());
    Work.join(anna, project, boris, "viewer");
    assertEquals(1, boris.rest().get(query).is(200).at("/total").asInt());
  }

  @Test
  void a_renamed_tag_shows_on_its_tasks_with_a_new_version() {
    Answer task = Work.task(anna, Work.project(anna), "tagged", Map.of("tags", List.of(name)));
    String tag =
        anna.rest().get("/api/tags?q=" + name.substring(6)).is(200).at("/items/0/id").asText();
    anna.rest().patch("/api/tags/" + tag, Map.of("name", name + " neu")).is(200);
    Answer seen =
        anna.rest()
            .with("If-None-Match", task.header("ETag"))
            .get("/api/tasks/" + task.field("id"))
            .is(200);
    assertEquals(name + " neu", seen.at("/tags/0").asText());
  }

  @Test
  void twenty_tasks_at_once_with_one_new_tag_make_one_tag() {
    Project project = Work.project(anna);
    Parallel.times(
        20, i -> Work.task(anna, project, "at once " + i, Map.of("tags", List.of(name))));
    assertEquals(
        1, anna.rest().get("/api/tags?q=" + name.substring(6)).is(200).at("/total").asInt());
  }
}
