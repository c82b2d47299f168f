package tracker.workflow.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Parallel;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Own statuses of a project, the ways between them, and how tasks go along. */
class WorkflowRestIT {
  private final Person anna = People.named("Anna Orlova");
  private final Person boris = People.named("Boris Ilyin");
  private Project project = Work.project(anna);
  private String path = "";

  @BeforeEach
  void open() {
    project = Work.project(anna);
    Work.join(anna, project, boris, "member");
    path = "/api/projects/" + project.key() + "/workflow";
  }

  private static Map<String, Object> status(String name, String category) {
    return Map.of("name", name, "category", category);
  }

  private static Map<String, Object> way(String from, String to) {
    return Map.of("from", from, "to", to);
  }

  private static final List<Map<String, Object>> FIVE =
      List.of(
          status("Backlog", "todo"),
          status("Doing", "in_progress"),
          status("Review", "in_progress"),
          status("Done", "done"),
          status("Dropped", "canceled"));

  private static final Map<String, String> FROM_USUAL =
      Map.of("todo", "Backlog", "in_progress", "Doing", "done", "Done", "canceled", "Dropped");

  private Answer put(List<Map<String, Object>> statuses, List<Map<String, Object>> ways) {
    return anna.rest()
        .put(path, Map.of("statuses", statuses, "transitions", ways, "move", FROM_USUAL));
  }

  private String task(String status) {
    return anna.rest()
        .post("/api/tasks", Map.of("title", "Any", "project", project.key(), "status", status))
        .is(201)
        .field("key");
  }

  private Answer enter(Person who, String key, String status) {
    return who.rest().patch("/api/tasks/" + key, Map.of("status", status));
  }

  @Test
  void a_project_begins_with_the_four_words_and_all_ways_open() {
    Answer usual = anna.rest().get(path).is(200);
    assertEquals("\"1\"", usual.header("ETag"));
    List<String> names = new ArrayList<>();
    usual.at("/statuses").forEach(one -> names.add(one.get("name").asText()));
    assertEquals(List.of("todo", "in_progress", "done", "canceled"), names);
    assertEquals(0, usual.at("/transitions").size());
    anna.rest().with("If-None-Match", "\"1\"").get(path).is(304);
  }

  @Test
  void own_statuses_are_given_by_name_and_the_four_words_go_on() {
    put(FIVE, List.of()).is(200);
    String key = task("todo");
    assertEquals("todo", anna.rest().get("/api/tasks/" + key).field("status"));
    assertEquals("Backlog", anna.rest().get("/api/tasks/" + key).field("status_name"));
    Answer review = enter(boris, key, "review").is(200);
    assertEquals("Review", review.field("status"));
    assertEquals("in_progress", review.field("category"));
    assertEquals("in_progress", enter(boris, key, "in_progress").is(200).field("status"));
    assertEquals("Doing", anna.rest().get("/api/tasks/" + key).field("status_name"));
    for (String word : List.of("todo", "in_progress", "done", "canceled")) {
      assertEquals(word, enter(boris, key, word).is(200).field("status"));
      assertEquals(1, total("?project=" + project.key() + "&status=" + word));
    }
    enter(boris, key, "Testing").refuses(422, "VALIDATION_ERROR").names("status");
  }

  private int total(String query) {
    return anna.rest().get("/api/tasks" + query).is(200).at("/total").asInt();
  }

  @Test
  void lists_and_queries_know_names_and_categories() {
    String mark = "rev" + project.key().toLowerCase(java.util.Locale.ROOT);
    List<Map<String, Object>> statuses = new ArrayList<>(FIVE);
    statuses.add(status(mark, "in_progress"));
    put(statuses, List.of()).is(200);
    task(mark);
    task("in_progress");
    String in = "project=" + project.key();
    assertEquals(1, total("?" + in + "&status=" + mark));
    assertEquals(2, total("?" + in + "&status=in_progress"));
    assertEquals(2, total("?" + in + "&status=in_progress&status=" + mark));
    assertEquals(1, total("?q=status+%3D+" + mark));
    assertEquals(1, total("?q=project+%3D+" + project.key() + "+and+status+!%3D+" + mark));
    anna.rest().get("/api/tasks?status=nothing_at_all").refuses(422, "VALIDATION_ERROR");
    Person stranger = People.newcomer();
    stranger.rest().get("/api/tasks?status=" + mark).refuses(422, "VALIDATION_ERROR");
  }

  @Test
  void only_named_ways_may_be_taken_and_all_call_sites_hold_to_them() {
    String key = task("todo");
    put(FIVE, List.of(way("Backlog", "Doing"), way("Doing", "Review"), way("*", "Dropped")))
        .is(200);
    Answer refused = enter(boris, key, "done").refuses(409, "TRANSITION_NOT_ALLOWED");
    assertTrue(refused.at("/error/message").asText().contains("Doing, Dropped"), refused.text());
    String id = anna.rest().get("/api/tasks/" + key).field("id");
    Answer bulk =
        boris
            .rest()
            .post("/api/tasks/bulk-status", Map.of("ids", List.of(id), "status", "Review"))
            .is(200);
    assertEquals(0, bulk.at("/updated").asInt());
    assertEquals("TRANSITION_NOT_ALLOWED", bulk.at("/skipped/0/code").asText());
    Answer why = boris.rest().get("/api/tasks/" + key + "/explain?action=transition:done").is(200);
    assertFalse(why.at("/allowed").asBoolean());
    assertEquals("way", why.at("/rules/" + (why.at("/rules").size() - 1) + "/rule").asText());
    enter(boris, key, "Doing").is(200);
    Answer undoable = enter(boris, key, "Review").is(200);
    boris
        .rest()
        .post("/api/operations/" + undoable.header("X-Operation-Id") + "/undo", null)
        .is(200);
    assertEquals("in_progress", anna.rest().get("/api/tasks/" + key).field("status"));
    enter(boris, key, "Dropped").is(200);
  }

  @Test
  void a_way_can_be_kept_for_managers_and_can_ask_for_fields() {
    Map<String, Object> checked =
        Map.of(
            "from", "Doing", "to", "Review", "required", List.of("assignee_id", "tags", "due_at"));
    Map<String, Object> kept = Map.of("from", "Review", "to", "Done", "roles", List.of("manager"));
    put(FIVE, List.of(checked, kept)).is(200);
    String key = task("Doing");
    enter(boris, key, "Review")
        .refuses(422, "TRANSITION_NEEDS_FIELDS")
        .names("assignee_id")
        .names("tags")
        .names("due_at");
    Map<String, Object> filled =
        Map.of(
            "status",
            "Review",
            "assignee_id",
            boris.id(),
            "tags",
            List.of("seen"),
            "due_at",
            "2027-01-01T10:00:00Z");
    boris.rest().patch("/api/tasks/" + key, filled).is(200);
    enter(boris, key, "Done").refuses(403, "TRANSITION_FORBIDDEN");
    Answer why = boris.rest().get("/api/tasks/" + key + "/explain?action=transition:Done").is(200);
    assertFalse(why.at("/allowed").asBoolean());
    assertTrue(
        anna.rest()
            .get("/api/tasks/" + key + "/explain?action=transition:Done")
            .at("/allowed")
            .asBoolean());
    enter(anna, key, "Done").is(200);
  }

  @Test
  void a_status_bears_no_more_tasks_than_it_says_whoever_comes_at_once() {
    Map<String, Object> narrow = Map.of("name", "Doing", "category", "in_progress", "wip_limit", 2);
    List<Map<String, Object>> three =
        List.of(status("Backlog", "todo"), narrow, status("Done", "done"));
    anna.rest().put(path, Map.of("statuses", three)).is(200);
    List<String> keys = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      keys.add(task("todo"));
      ids.add(anna.rest().get("/api/tasks/" + keys.get(i)).field("id"));
    }
    List<Integer> codes =
        Parallel.times(keys.size(), i -> enter(boris, keys.get(i), "Doing").status());
    assertEquals(2, codes.stream().filter(code -> code == 200).count(), codes::toString);
    assertEquals(4, codes.stream().filter(code -> code == 409).count(), codes::toString);
    anna.rest()
        .post("/api/tasks", Map.of("title", "x", "project", project.key(), "status", "Doing"))
        .refuses(409, "WIP_LIMIT");
    Answer bulk =
        boris.rest().post("/api/tasks/bulk-status", Map.of("ids", ids, "status", "Done")).is(200);
    assertEquals(6, bulk.at("/updated").asInt());
    Answer back =
        boris.rest().post("/api/tasks/bulk-status", Map.of("ids", ids, "status", "Doing")).is(200);
    assertEquals(2, back.at("/updated").asInt());
    assertEquals("WIP_LIMIT", back.at("/skipped/0/code").asText());
  }

  @Test
  void a_status_in_use_goes_only_with_a_target_and_undo_brings_all_back() {
    put(FIVE, List.of()).is(200);
    String key = task("Review");
    String other = task("Doing");
    List<Map<String, Object>> less =
        List.of(status("Backlog", "todo"), status("Doing", "in_progress"), status("Done", "done"));
    Answer refused = anna.rest().put(path, Map.of("statuses", less)).refuses(409, "STATUS_IN_USE");
    assertTrue(refused.at("/error/message").asText().contains(key), refused.text());
    refused.names("move.Review");
    anna.rest()
        .put(path, Map.of("statuses", less, "move", Map.of("Review", "Nowhere")))
        .refuses(422, "VALIDATION_ERROR")
        .names("move");
    assertEquals("Review", anna.rest().get("/api/tasks/" + key).field("status"));
    Answer moved =
        anna.rest().put(path, Map.of("statuses", less, "move", Map.of("review", "done"))).is(200);
    assertEquals("done", anna.rest().get("/api/tasks/" + key).field("status"));
    assertEquals("in_progress", anna.rest().get("/api/tasks/" + other).field("status"));
    Answer history = anna.rest().get("/api/tasks/" + key + "/history").is(200);
    assertEquals("status", history.at("/items/0/field").asText());
    Answer undone =
        anna.rest()
            .post("/api/operations/" + moved.header("X-Operation-Id") + "/undo", null)
            .is(200);
    assertEquals(0, undone.at("/skipped").size(), undone.text());
    assertEquals("Review", anna.rest().get("/api/tasks/" + key).field("status"));
    assertEquals(5, anna.rest().get(path).at("/statuses").size());
  }

  @Test
  void a_status_that_changes_its_category_takes_its_tasks_along() {
    put(FIVE, List.of()).is(200);
    String key = task("Review");
    List<Map<String, Object>> other = new ArrayList<>(FIVE);
    other.set(2, status("Review", "done"));
    anna.rest().put(path, Map.of("statuses", other)).is(200);
    Answer now = anna.rest().get("/api/tasks/" + key).is(200);
    assertEquals("done", now.field("category"));
    assertEquals("done", now.field("status"));
    assertEquals("Review", now.field("status_name"));
  }

  @Test
  void the_board_word_follows_the_order_of_statuses_without_touching_tasks() {
    put(FIVE, List.of()).is(200);
    String key = task("Doing");
    List<Map<String, Object>> turned =
        List.of(FIVE.get(0), FIVE.get(2), FIVE.get(1), FIVE.get(3), FIVE.get(4));
    anna.rest().put(path, Map.of("statuses", turned)).is(200);
    assertEquals("Doing", anna.rest().get("/api/tasks/" + key).field("status"));
    assertEquals("Doing", anna.rest().get("/api/tasks/" + key).field("status_name"));
  }

  @Test
  void rules_are_changed_by_managers_with_the_version_that_they_saw() {
    boris.rest().put(path, Map.of("statuses", FIVE)).refuses(403, "FORBIDDEN");
    People.newcomer().rest().get(path).refuses(404, "PROJECT_NOT_FOUND");
    Answer first = put(FIVE, List.of()).is(200);
    anna.rest().with("If-Match", "\"1\"").put(path, Map.of("statuses", FIVE)).refuses(412, "STALE");
    assertEquals(first.header("ETag"), put(FIVE, List.of()).is(200).header("ETag"));
    anna.rest().put(path, Map.of("statuses", List.of())).refuses(422, "VALIDATION_ERROR");
    anna.rest().put(path, Map.of("status", FIVE)).refuses(422, "VALIDATION_ERROR");
    anna.rest()
        .put(path, Map.of("statuses", List.of(Map.of("name", "x"))))
        .refuses(422, "VALIDATION_ERROR")
        .names("statuses[0].category");
    Map<String, Object> none = Map.of("name", "x", "category", "todo", "wip_limit", 0);
    anna.rest()
        .put(path, Map.of("statuses", List.of(none)))
        .refuses(422, "VALIDATION_ERROR")
        .names("statuses[0].wip_limit");
  }

  @Test
  void a_task_that_moves_to_another_project_stands_there_by_its_rules() {
    put(FIVE, List.of()).is(200);
    Project other = Work.project(anna);
    String key = task("Review");
    Answer moved = anna.rest().patch("/api/tasks/" + key, Map.of("project", other.key())).is(200);
    assertEquals("in_progress", moved.field("status"));
    assertEquals("", moved.json().path("status_name").asText(""));
  }
}
