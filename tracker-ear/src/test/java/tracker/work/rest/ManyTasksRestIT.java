package tracker.work.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.harness.Answer;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Lists, batches, bulk changes and taking them back. */
class ManyTasksRestIT {
  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Lund");
  private final Project project = Work.project(anna);

  private List<String> batch(int count) {
    List<Map<String, Object>> tasks =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    Map.<String, Object>of(
                        "title",
                        "Task " + i,
                        "project",
                        project.key(),
                        "status",
                        i % 2 == 0 ? "todo" : "in_progress",
                        "priority",
                        i % 3 == 0 ? "high" : "low",
                        "tags",
                        List.of("even" + i % 2 + project.key())))
            .toList();
    Answer made = anna.rest().post("/api/tasks/batch", Map.of("tasks", tasks)).is(201);
    List<String> ids = new ArrayList<>();
    made.at("/items").forEach(item -> ids.add(item.path("id").asText()));
    return ids;
  }

  private Answer list(String query) {
    return anna.rest().get("/api/tasks?project=" + project.key() + query).is(200);
  }

  @Test
  void a_hundred_tasks_are_one_call_with_numbers_in_order() {
    assertEquals(100, batch(100).size());
    Answer list = list("&sort=key&limit=200");
    for (int i = 0; i < 100; i++) {
      assertEquals(project.key() + "-" + (i + 1), list.at("/items/" + i + "/key").asText());
      assertEquals("Task " + i, list.at("/items/" + i + "/title").asText());
    }
  }

  @Test
  void a_bad_row_is_named_by_its_place_and_none_is_created() {
    Map<String, Object> good = Map.of("title", "good", "project", project.key());
    Map<String, Object> bad = Map.of("title", "", "project", project.key());
    Map<String, Object> lost = Map.of("title", "lost", "project", "NOPE");
    anna.rest()
        .post("/api/tasks/batch", Map.of("tasks", List.of(good, good, bad)))
        .refuses(422, "VALIDATION_ERROR")
        .names("tasks[2].title");
    anna.rest()
        .post("/api/tasks/batch", Map.of("tasks", List.of(good, lost)))
        .refuses(422, "VALIDATION_ERROR")
        .names("tasks[1].project");
    assertEquals(0, list("").at("/total").asInt());
    assertEquals(project.key() + "-1", Work.task(anna, project, "first").field("key"));
  }

  @Test
  void a_batch_has_one_to_five_hundred_rows() {
    Map<String, Object> row = Map.of("title", "x", "project", project.key());
    for (List<Map<String, Object>> rows :
        List.of(
            List.<Map<String, Object>>of(), IntStream.range(0, 501).mapToObj(i -> row).toList())) {
      anna.rest()
          .post("/api/tasks/batch", Map.of("tasks", rows))
          .refuses(422, "VALIDATION_ERROR")
          .names("tasks");
    }
    anna.rest().post("/api/tasks/batch", "{}").refuses(422, "VALIDATION_ERROR").names("tasks");
    anna.rest().post("/api/tasks/batch", "null").is(400);
  }

  @Test
  void filters_repeat_and_combine() {
    batch(12);
    String tag = "EVEN0" + project.key();
    assertEquals(6, list("&status=todo").at("/total").asInt());
    assertEquals(12, list("&status=todo&status=in_progress").at("/total").asInt());
    assertEquals(6, list("&tag=" + tag).at("/total").asInt());
    assertEquals(2, list("&tag=" + tag + "&priority=high").at("/total").asInt());
    assertEquals(1, list("&q=task%2011").at("/total").asInt());
    assertEquals(0, list("&assignee_id=" + anna.id()).at("/total").asInt());
    assertEquals(12, list("&assignee_id=none").at("/total").asInt());
  }

  @Test
  void a_walk_by_cursor_meets_each_task_once() {
    batch(23);
    Set<String> seen = new HashSet<>();
    String cursor = "";
    do {
      Answer part = list("&limit=5&sort=-priority" + cursor);
      part.at("/items")
          .forEach(item -> assertTrue(seen.add(item.path("id").asText()), part::toString));
      assertEquals(23, part.at("/total").asInt());
      cursor = part.at("/next").isNull() ? "" : "&cursor=" + part.field("next");
    } while (!cursor.isEmpty());
    assertEquals(23, seen.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sort=name",
        "status=open",
        "priority=urgent",
        "due_before=tomorrow",
        "due_after=1",
        "assignee_id=me",
        "created_by=x",
        "page=0",
        "page=x",
        "limit=0",
        "limit=201",
        "cursor=x",
        "deleted=maybe"
      })
  void a_bad_value_of_a_query_is_named(String query) {
    anna.rest()
        .get("/api/tasks?" + query)
        .refuses(422, "VALIDATION_ERROR")
        .names(query.substring(0, query.indexOf('=')));
  }

  private Answer bulk(Person who, List<String> ids, String status) {
    return who.rest().post("/api/tasks/bulk-status", Map.of("ids", ids, "status", status));
  }

  @Test
  void a_bulk_change_counts_doubles_once_and_names_what_it_skips() {
    List<String> ids = batch(10);
    List<String> wanted = new ArrayList<>(ids);
    wanted.add(ids.get(0));
    wanted.add(UUID.randomUUID().toString());
    Answer done = bulk(anna, wanted, "done").is(200);
    assertEquals(10, done.at("/updated").asInt());
    assertEquals(1, done.at("/skipped").size());
    assertEquals("TASK_NOT_FOUND", done.at("/skipped/0/code").asText());
    assertEquals(done.header("X-Operation-Id"), done.field("operation_id"));
    assertEquals(10, list("&status=done").at("/total").asInt());
  }

  @Test
  void a_bulk_change_skips_what_is_not_the_callers_to_change() {
    List<String> ids = batch(2);
    Answer stranger = bulk(boris, ids, "done").is(200);
    assertEquals(0, stranger.at("/updated").asInt());
    assertEquals("TASK_NOT_FOUND", stranger.at("/skipped/1/code").asText());
    Work.join(anna, project, boris, "viewer");
    Answer viewer = bulk(boris, ids, "done").is(200);
    assertEquals("FORBIDDEN", viewer.at("/skipped/0/code").asText());
    bulk(anna, List.of(), "done").refuses(422, "VALIDATION_ERROR").names("ids");
    bulk(anna, ids, "open").refuses(422, "VALIDATION_ERROR").names("status");
    anna.rest()
        .post("/api/tasks/bulk-status", Map.of("ids", ids))
        .refuses(422, "VALIDATION_ERROR")
        .names("status");
  }

  private Answer undo(Person who, Answer done) {
    return who.rest().post("/api/operations/" + done.header("X-Operation-Id") + "/undo", null);
  }

  @Test
  void a_bulk_change_is_taken_back_but_for_what_changed_since() {
    List<String> ids = batch(6);
    Answer done = bulk(anna, ids, "done").is(200);
    Answer since = anna.rest().patch("/api/tasks/" + ids.get(3), Map.of("status", "canceled"));
    undo(boris, done).refuses(404, "OPERATION_NOT_FOUND");
    Answer undone = undo(anna, done).is(200);
    assertEquals(5, undone.at("/undone").asInt());
    assertEquals(ids.get(3), undone.at("/skipped/0/id").asText());
    assertEquals("CHANGED_SINCE", undone.at("/skipped/0/code").asText());
    assertTrue(undone.at("/skipped/0/message").asText().contains(since.field("key")));
    assertEquals(3, list("&status=todo").at("/total").asInt());
    assertEquals(2, list("&status=in_progress").at("/total").asInt());
    Answer redone = undo(anna, undone).is(200);
    assertEquals(5, redone.at("/undone").asInt());
    assertEquals(5, list("&status=done").at("/total").asInt());
  }

  @Test
  void fields_tags_deletion_and_creation_are_taken_back_too() {
    Answer made = Work.task(anna, project, "before", Map.of("tags", List.of("old")));
    String path = "/api/tasks/" + made.field("id");
    Answer changed =
        anna.rest()
            .patch(
                path,
                Map.of(
                    "title",
                    "after",
                    "tags",
                    List.of("new"),
                    "due_at",
                    "2026-12-01T00:00:00Z",
                    "assignee_id",
                    anna.id()))
            .is(200);
    assertEquals(1, undo(anna, changed).is(200).at("/undone").asInt());
    Answer back = anna.rest().get(path).is(200);
    assertEquals("before", back.field("title"));
    assertEquals("old", back.at("/tags/0").asText());
    assertTrue(back.at("/due_at").isNull() && back.at("/assignee_id").isNull());
    Answer deleted = anna.rest().delete(path).is(204);
    assertEquals(1, undo(anna, deleted).is(200).at("/undone").asInt());
    anna.rest().get(path).is(200);
    Answer fresh = Work.task(anna, project, "fresh");
    assertEquals(1, undo(anna, fresh).is(200).at("/undone").asInt());
    anna.rest().get("/api/tasks/" + fresh.field("id")).refuses(404, "TASK_NOT_FOUND");
  }

  @Test
  void operations_that_never_were_look_unknown() {
    anna.rest()
        .post("/api/operations/" + UUID.randomUUID() + "/undo", null)
        .refuses(404, "OPERATION_NOT_FOUND");
    anna.rest().post("/api/operations/x/undo", null).refuses(404, "OPERATION_NOT_FOUND");
  }
}
