package tracker.work.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.harness.Answer;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Rest;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Tasks, one at a time. */
class TasksRestIT {
  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Lund");
  private final Project project = Work.project(anna);

  private static String path(Answer task) {
    return "/api/tasks/" + task.field("id");
  }

  @Test
  void a_task_is_created_with_all_its_fields_and_read_by_id_and_key() {
    String room = UUID.randomUUID().toString();
    Answer made =
        Work.task(
            anna,
            project,
            "  Починить кофемашину ",
            Map.of(
                "description", "**Капает**",
                "status", "in_progress",
                "priority", "high",
                "due_at", "2026-12-01T10:00:00+03:00",
                "assignee_id", anna.id(),
                "tags", List.of(" Бар ", "бар", "срочно"),
                "type", "repair",
                "refs", List.of(Map.of("type", "room", "id", room))));
    assertEquals("Починить кофемашину", made.field("title"));
    assertEquals(project.key() + "-1", made.field("key"));
    assertEquals("2026-12-01T07:00:00Z", made.field("due_at"));
    assertEquals(2, made.at("/tags").size());
    assertEquals(room, made.at("/refs/0/id").asText());
    assertEquals(project.id(), made.field("project_id"));
    assertEquals("/api/tasks/" + made.field("id"), made.header("Location"));
    assertEquals("\"1\"", made.header("ETag"));
    made.header("X-Operation-Id");
    assertEquals(made.json(), anna.rest().get(path(made)).is(200).json());
    assertEquals(made.json(), anna.rest().get("/tasks/" + made.field("key")).is(200).json());
  }

  @Test
  void only_a_title_is_required_and_the_rest_has_defaults() {
    Answer made = anna.rest().post("/api/tasks", Map.of("title", "Mine alone")).is(201);
    assertTrue(made.field("key").startsWith("T-"));
    assertEquals("todo", made.field("status"));
    assertEquals("normal", made.field("priority"));
    assertEquals("task", made.field("type"));
    assertTrue(made.at("/project_id").isNull());
    boris.rest().get(path(made)).refuses(404, "TASK_NOT_FOUND");
    anna.rest().patch(path(made), Map.of("assignee_id", boris.id())).is(200);
    boris.rest().get(path(made)).is(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title | {}",
        "title | {\"title\":\"\"}",
        "title | {\"title\":\"   \"}",
        "title | {\"title\":null}",
        "title | {\"title\":5}",
        "title | {\"title\":\"a\\u0000b\"}",
        "title | {\"title\":\"\\ud83d\"}",
        "status | {\"title\":\"x\",\"status\":\"open\"}",
        "priority | {\"title\":\"x\",\"priority\":\"urgent\"}",
        "due_at | {\"title\":\"x\",\"due_at\":\"tomorrow\"}",
        "due_at | {\"title\":\"x\",\"due_at\":\"+99999-01-01T00:00:00Z\"}",
        "assignee_id | {\"title\":\"x\",\"assignee_id\":\"nobody\"}",
        "assignee_id | {\"title\":\"x\",\"assignee_id\":\"01234567-89ab-7def-8123-456789abcdef\"}",
        "parent_id | {\"title\":\"x\",\"parent_id\":\"NOPE-1\"}",
        "tags | {\"title\":\"x\",\"tags\":\"a\"}",
        "tags | {\"title\":\"x\",\"tags\":[\" \"]}",
        "version | {\"title\":\"x\",\"version\":7}",
        "created_by | {\"title\":\"x\",\"created_by\":\"01234567-89ab-7def-8123-456789abcdef\"}",
        "key | {\"title\":\"x\",\"key\":\"A-1\"}"
      })
  void a_bad_field_is_named(String field, String body) {
    anna.rest().post("/api/tasks", body).refuses(422, "VALIDATION_ERROR").names(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[]", "nonsense", "{\"title\":\"x\"} more"})
  void a_body_that_cannot_be_read_is_refused(String body) {
    int status = anna.rest().post("/api/tasks", body).status();
    assertTrue(status == 400 || status == 422, () -> body + ": " + status);
  }

  @Test
  void a_patch_changes_what_it_names_and_null_clears() {
    Answer task =
        Work.task(
            anna,
            project,
            "before",
            Map.of("description", "d", "due_at", "2026-12-01T10:00:00Z", "tags", List.of("a")));
    Answer changed =
        anna.rest()
            .patch(
                path(task),
                "{\"title\":\"after\",\"description\":null,\"due_at\":null,\"tags\":null}")
            .is(200);
    assertEquals("after", changed.field("title"));
    assertTrue(changed.at("/description").isNull());
    assertTrue(changed.at("/due_at").isNull());
    assertEquals(0, changed.at("/tags").size());
    assertEquals("\"2\"", changed.header("ETag"));
    for (String field : List.of("title", "status", "priority", "type")) {
      anna.rest()
          .patch(path(task), "{\"" + field + "\":null}")
          .refuses(422, "VALIDATION_ERROR")
          .names(field);
    }
    anna.rest()
        .with("Content-Type", "application/json")
        .patch(path(task), Map.of("title", "plain type"))
        .is(200);
    anna.rest().with("Content-Type", "text/plain").patch(path(task), "x").is(415);
  }

  @Test
  void a_change_that_changes_nothing_leaves_no_trace() {
    Answer task = Work.task(anna, project, "same", Map.of("tags", List.of("Same")));
    Answer again =
        anna.rest()
            .patch(path(task), Map.of("title", " same ", "tags", List.of("same"), "status", "todo"))
            .is(200);
    assertEquals(task.json(), again.json());
    assertTrue(again.headers().firstValue("X-Operation-Id").isEmpty());
    assertEquals(1, anna.rest().get(path(task) + "/history").is(200).at("/total").asInt());
  }

  @Test
  void a_stale_writer_is_told_the_present_state() {
    Answer task = Work.task(anna, project, "contested");
    anna.rest().with("If-Match", "\"1\"").patch(path(task), Map.of("title", "first")).is(200);
    Answer stale =
        anna.rest()
            .with("If-Match", "\"1\"")
            .patch(path(task), Map.of("title", "second"))
            .refuses(412, "STALE");
    assertEquals("first", stale.at("/current/title").asText());
    anna.rest().with("If-Match", "\"1\"").delete(path(task)).refuses(412, "STALE");
    anna.rest().with("If-None-Match", "\"2\"").get(path(task)).is(304);
    anna.rest().with("If-None-Match", "\"1\"").get(path(task)).is(200);
  }

  @Test
  void a_deleted_task_goes_to_the_trash_and_comes_back_with_its_key() {
    Answer task = Work.task(anna, project, "thrown away");
    anna.rest().delete(path(task)).is(204).header("X-Operation-Id");
    anna.rest().get(path(task)).refuses(404, "TASK_NOT_FOUND");
    anna.rest().patch(path(task), Map.of("title", "x")).refuses(404, "TASK_NOT_FOUND");
    anna.rest().delete(path(task)).refuses(404, "TASK_NOT_FOUND");
    String list = "/api/tasks?project=" + project.key();
    assertEquals(0, anna.rest().get(list).is(200).at("/total").asInt());
    Answer trash = anna.rest().get(list + "&deleted=true").is(200);
    assertEquals(task.field("id"), trash.at("/items/0/id").asText());
    Answer back = anna.rest().post(path(task) + "/restore", null).is(200);
    assertEquals(task.field("key"), back.field("key"));
    anna.rest().get(path(task)).is(200);
    assertEquals(project.key() + "-2", Work.task(anna, project, "numbers go on").field("key"));
  }

  @Test
  void history_tells_who_changed_what_from_what_to_what() {
    Answer task = Work.task(anna, project, "old title");
    Answer changed =
        anna.rest().patch(path(task), Map.of("title", "new title", "status", "done")).is(200);
    Answer history = anna.rest().get(path(task) + "/history?limit=2").is(200);
    assertEquals(3, history.at("/total").asInt());
    for (int i = 0; i < 2; i++) {
      assertEquals(anna.id(), history.at("/items/" + i + "/actor_id").asText());
      assertEquals(
          changed.header("X-Operation-Id"), history.at("/items/" + i + "/operation_id").asText());
    }
    String text = history.text();
    assertTrue(text.contains("\"old\":\"old title\"") && text.contains("\"new\":\"new title\""));
    Answer first =
        anna.rest().get(path(task) + "/history?limit=2&cursor=" + history.field("next")).is(200);
    assertEquals("created", first.at("/items/0/field").asText());
    boris.rest().get(path(task) + "/history").refuses(404, "TASK_NOT_FOUND");
  }

  @Test
  void others_private_tasks_look_unknown_and_viewers_may_not_change() {
    Answer task = Work.task(anna, project, "private");
    Rest rest = boris.rest();
    rest.get(path(task)).refuses(404, "TASK_NOT_FOUND");
    rest.patch(path(task), Map.of("title", "x")).refuses(404, "TASK_NOT_FOUND");
    rest.delete(path(task)).refuses(404, "TASK_NOT_FOUND");
    rest.post(path(task) + "/restore", null).refuses(404, "TASK_NOT_FOUND");
    rest.post("/api/tasks", Map.of("title", "x", "parent_id", task.field("id")))
        .refuses(422, "VALIDATION_ERROR")
        .names("parent_id");
    Work.join(anna, project, boris, "viewer");
    rest.get(path(task)).is(200);
    rest.patch(path(task), Map.of("title", "x")).refuses(403, "FORBIDDEN");
    rest.delete(path(task)).refuses(403, "FORBIDDEN");
  }

  @Test
  void an_assignee_must_see_the_project() {
    Answer task = Work.task(anna, project, "for whom");
    anna.rest()
        .patch(path(task), Map.of("assignee_id", boris.id()))
        .refuses(422, "VALIDATION_ERROR")
        .names("assignee_id");
    Work.join(anna, project, boris, "viewer");
    anna.rest().patch(path(task), Map.of("assignee_id", boris.id())).is(200);
  }

  @Test
  void parents_are_of_the_same_project_and_never_below_themselves() {
    Answer parent = Work.task(anna, project, "parent");
    Answer child = Work.task(anna, project, "child", Map.of("parent_id", parent.field("key")));
    Answer seen = anna.rest().get(path(parent)).is(200);
    assertEquals(1, seen.at("/children").asInt());
    anna.rest()
        .patch(path(parent), Map.of("parent_id", child.field("id")))
        .refuses(409, "PARENT_CYCLE");
    anna.rest()
        .patch(path(parent), Map.of("parent_id", parent.field("id")))
        .refuses(409, "PARENT_CYCLE");
    Answer elsewhere = Work.task(anna, Work.project(anna), "elsewhere");
    anna.rest()
        .patch(path(child), Map.of("parent_id", elsewhere.field("id")))
        .refuses(422, "VALIDATION_ERROR")
        .names("parent_id");
    anna.rest().patch(path(child), "{\"parent_id\":null}").is(200);
  }

  @Test
  void a_task_that_moves_gets_a_new_key_and_answers_to_the_old_one() {
    Project target = Work.project(anna);
    Answer task = Work.task(anna, project, "moves");
    Answer moved = anna.rest().patch(path(task), Map.of("project", target.key())).is(200);
    assertEquals(target.key() + "-1", moved.field("key"));
    assertEquals(moved.json(), anna.rest().get("/api/tasks/" + task.field("key")).is(200).json());
    Project foreign = Work.project(boris);
    anna.rest()
        .patch(path(task), Map.of("project", foreign.key()))
        .refuses(404, "PROJECT_NOT_FOUND");
  }

  @Test
  void nobody_without_a_token_gets_in() {
    Rest.stranger().get("/api/tasks").refuses(401, "UNAUTHENTICATED");
    Rest.stranger().post("/api/tasks", Map.of("title", "x")).refuses(401, "UNAUTHENTICATED");
    Rest.stranger().get("/tasks/GER-1").refuses(401, "UNAUTHENTICATED");
  }
}
