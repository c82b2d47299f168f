package tracker.bulk.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tracker.harness.Answer;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Waiting;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** The same change for many tasks: at once, tried only, and as a job. */
@Isolated("holds transactions for seconds, and what others are told of changes waits for them")
class BulksRestIT {
  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Ivanov");
  private final Project project = Work.project(anna);

  private List<String> batch(Project in, int count) {
    List<String> ids = new ArrayList<>();
    for (int from = 0; from < count; from += 500) {
      List<Map<String, Object>> tasks =
          IntStream.range(from, Math.min(count, from + 500))
              .mapToObj(
                  n ->
                      Map.<String, Object>of(
                          "title",
                          "Task " + n,
                          "project",
                          in.key(),
                          "tags",
                          List.of("old" + mark())))
              .toList();
      anna.rest()
          .post("/api/tasks/batch", Map.of("tasks", tasks))
          .is(201)
          .at("/items")
          .forEach(one -> ids.add(one.path("id").asText()));
    }
    return ids;
  }

  private String mark() {
    return project.key().toLowerCase();
  }

  private Answer change(Person who, List<String> ids, Map<String, ?> set) {
    return who.rest().post("/api/tasks/bulk", Map.of("ids", ids, "set", set));
  }

  private Answer asked(Person who, String query, Map<String, ?> set) {
    return who.rest().post("/api/tasks/bulk", Map.of("q", query, "set", set));
  }

  private long count(String query) {
    return anna.rest()
        .get("/api/tasks?limit=1&project=" + project.key() + "&q=" + query.replace(" ", "+"))
        .is(200)
        .at("/total")
        .asLong();
  }

  private static Answer undo(Person who, Answer done) {
    return who.rest().post("/api/operations/" + done.field("operation_id") + "/undo", Map.of());
  }

  @Test
  void any_field_is_set_on_all_and_taken_back_as_one() {
    List<String> ids = batch(project, 4);
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("status", "in_progress");
    set.put("priority", "high");
    set.put("due_at", "2030-01-01T12:00:00Z");
    set.put("assignee_id", anna.id());
    set.put("type", "bug");
    set.put("add_tags", List.of("new" + mark(), "OLD" + mark()));
    Answer done = change(anna, ids, set).is(200);
    assertEquals(4, done.at("/updated").asInt());
    assertEquals(0, done.at("/skipped").size());
    assertEquals(done.header("X-Operation-Id"), done.field("operation_id"));
    JsonNode task = anna.rest().get("/api/tasks/" + ids.get(3)).is(200).json();
    assertEquals("in_progress", task.path("status").asText());
    assertEquals("high", task.path("priority").asText());
    assertEquals("2030-01-01T12:00:00Z", task.path("due_at").asText());
    assertEquals(anna.id(), task.path("assignee_id").asText());
    assertEquals("bug", task.path("type").asText());
    assertEquals(2, task.path("tags").size(), task.path("tags").toString());
    Answer again = change(anna, ids, set).is(200);
    assertEquals(0, again.at("/updated").asInt(), "what is so already is no change");
    Map<String, Object> cleared = new LinkedHashMap<>();
    cleared.put("due_at", null);
    cleared.put("assignee_id", null);
    cleared.put("remove_tags", List.of("OLD" + mark()));
    Answer second = change(anna, ids, cleared).is(200);
    assertEquals(4, second.at("/updated").asInt());
    assertEquals(4, count("due is empty and assignee = none and tag = new" + mark()));
    assertEquals(4, undo(anna, second).is(200).at("/undone").asInt());
    assertEquals(4, undo(anna, done).is(200).at("/undone").asInt());
    assertEquals(4, count("priority = normal and is open and due is empty and tag = old" + mark()));
  }

  @Test
  void what_is_refused_is_skipped_and_named_and_the_rest_is_done() {
    List<String> ids = new ArrayList<>(batch(project, 3));
    Work.task(anna, project, "child", Map.of("parent_id", ids.get(0)));
    String hidden = Work.task(boris, Work.project(boris), "hidden").field("id");
    ids.add(hidden);
    ids.add(UUID.randomUUID().toString());
    ids.add(ids.get(1));
    Project other = Work.project(anna);
    Answer moved = change(anna, ids, Map.of("project", other.key())).is(200);
    assertEquals(2, moved.at("/updated").asInt(), moved.text());
    Map<String, String> codes = new LinkedHashMap<>();
    moved
        .at("/skipped")
        .forEach(one -> codes.put(one.path("id").asText(), one.path("code").asText()));
    assertEquals("HAS_CHILDREN", codes.get(ids.get(0)), moved.text());
    assertEquals("TASK_NOT_FOUND", codes.get(hidden));
    assertEquals(3, codes.size());
    anna.rest().get("/api/tasks/" + project.key() + "-2").is(200);
    Work.join(anna, project, boris, "viewer");
    Answer viewer = change(boris, List.of(ids.get(0)), Map.of("priority", "low")).is(200);
    assertEquals("FORBIDDEN", viewer.at("/skipped/0/code").asText());
    Answer status = change(anna, ids.subList(0, 1), Map.of("status", "nowhere", "priority", "low"));
    assertEquals("VALIDATION_ERROR", status.is(200).at("/skipped/0/code").asText());
    assertEquals(0, count("priority = low"));
  }

  @Test
  void many_go_to_the_trash_and_come_back_as_one() {
    List<String> ids = new ArrayList<>(batch(project, 3));
    Map<String, Boolean> gone = Map.of("deleted", true);
    Work.join(anna, project, boris, "viewer");
    Answer viewer = change(boris, ids, gone).is(200);
    assertEquals("FORBIDDEN", viewer.at("/skipped/2/code").asText(), viewer.text());
    String query = "project = " + project.key() + " and is open";
    Answer tried =
        anna.rest().post("/api/tasks/bulk?dry_run=true", Map.of("q", query, "set", gone)).is(200);
    assertEquals(3, tried.at("/updated").asInt());
    assertEquals(3, count("is open"));
    anna.rest().delete("/api/tasks/" + ids.get(0)).is(204);
    Answer done = change(anna, ids, gone).is(200);
    assertEquals(2, done.at("/updated").asInt(), done.text());
    assertEquals("TASK_NOT_FOUND", done.at("/skipped/0/code").asText());
    assertEquals(0, count("is open"));
    assertEquals(2, undo(anna, done).is(200).at("/undone").asInt());
    assertEquals(2, count("is open"));
    change(anna, ids, Map.of("deleted", false))
        .refuses(422, "VALIDATION_ERROR")
        .names("set.deleted");
    change(anna, ids, Map.of("deleted", true, "priority", "low"))
        .refuses(422, "VALIDATION_ERROR")
        .names("set.deleted");
  }

  @Test
  void a_dry_run_tells_the_same_and_changes_nothing() {
    List<String> ids = batch(project, 3);
    Work.task(anna, project, "child", Map.of("parent_id", ids.get(0)));
    Map<String, Object> body =
        Map.of("ids", ids, "set", Map.of("project", Work.project(anna).key()), "dry_run", true);
    Answer tried = anna.rest().post("/api/tasks/bulk", body).is(200);
    assertEquals(2, tried.at("/updated").asInt(), tried.text());
    assertEquals("HAS_CHILDREN", tried.at("/skipped/0/code").asText());
    assertEquals(4, count("is open"));
    Answer status =
        anna.rest()
            .post(
                "/api/tasks/bulk?dry_run=true",
                Map.of("q", "project = " + project.key(), "set", Map.of("status", "done")))
            .is(200);
    assertEquals(4, status.at("/updated").asInt());
    assertEquals(0, count("is closed"));
    undo(anna, status).refuses(404, "OPERATION_NOT_FOUND");
    anna.rest()
        .post("/api/tasks/bulk?dry_run=x", body)
        .refuses(422, "VALIDATION_ERROR")
        .names("dry_run");
  }

  @Test
  void what_cannot_be_meant_is_refused_with_its_place() {
    List<String> ids = batch(project, 1);
    Map<String, String> status = Map.of("status", "done");
    change(anna, List.of(), status).refuses(422, "VALIDATION_ERROR").names("ids");
    List<String> many =
        IntStream.range(0, 501).mapToObj(n -> UUID.randomUUID().toString()).toList();
    change(anna, many, status).refuses(422, "VALIDATION_ERROR").names("ids");
    anna.rest()
        .post("/api/tasks/bulk", Map.of("set", status))
        .refuses(422, "VALIDATION_ERROR")
        .names("ids");
    anna.rest()
        .post("/api/tasks/bulk", Map.of("ids", ids, "q", "is open", "set", status))
        .refuses(422, "VALIDATION_ERROR")
        .names("q");
    anna.rest()
        .post("/api/tasks/bulk", Map.of("ids", ids))
        .refuses(422, "VALIDATION_ERROR")
        .names("set");
    change(anna, ids, Map.of()).refuses(422, "VALIDATION_ERROR").names("set");
    asked(anna, "status = ", status).refuses(422, "VALIDATION_ERROR").names("q");
    for (String field : List.of("title", "description", "colour")) {
      change(anna, ids, Map.of(field, "x")).refuses(422, "VALIDATION_ERROR");
    }
    change(anna, ids, Map.of("priority", "highest")).refuses(422, "VALIDATION_ERROR");
    change(anna, ids, Map.of("project", "NOSUCH9"))
        .refuses(422, "VALIDATION_ERROR")
        .names("set.project");
    change(anna, ids, Map.of("assignee_id", UUID.randomUUID().toString()))
        .refuses(422, "VALIDATION_ERROR")
        .names("set.assignee_id");
    Map<String, Object> cleared = new LinkedHashMap<>();
    cleared.put("status", null);
    change(anna, ids, cleared).refuses(422, "VALIDATION_ERROR").names("set.status");
    Answer none = asked(anna, "project = " + project.key() + " and is closed", status).is(200);
    assertEquals(0, none.at("/updated").asInt());
    for (String unknown : List.of("no-id", UUID.randomUUID().toString())) {
      anna.rest().get("/api/tasks/bulk/" + unknown).refuses(404, "BULK_NOT_FOUND");
    }
  }

  private Answer ended(Answer job) {
    Supplier<Answer> now = () -> anna.rest().get("/api/tasks/bulk/" + job.field("id")).is(200);
    Waiting.until(
        Duration.ofMinutes(2),
        () -> !now.get().at("/ended_at").isNull(),
        () -> "It does not end: " + now.get().text());
    return now.get();
  }

  @Test
  void more_than_500_are_a_job_that_is_taken_back_as_one() {
    batch(project, 1100);
    String query = "project = " + project.key();
    Answer job = asked(anna, query, Map.of("priority", "high", "add_tags", List.of("x" + mark())));
    job.is(202);
    assertEquals("/api/tasks/bulk/" + job.field("id"), job.header("Location"));
    assertEquals("queued", job.field("status"));
    assertEquals(1100, job.at("/total").asInt());
    boris.rest().get("/api/tasks/bulk/" + job.field("id")).refuses(404, "BULK_NOT_FOUND");
    People.admin().rest().get("/api/tasks/bulk/" + job.field("id")).is(200);
    Answer end = ended(job);
    assertEquals("ok", end.field("status"), end.text());
    assertEquals(1100, end.at("/done").asInt());
    assertEquals(1100, end.at("/updated").asInt());
    assertEquals(1100, count("priority = high and tag = x" + mark()));
    anna.rest()
        .post("/api/tasks/bulk/" + job.field("id") + "/cancel", Map.of())
        .refuses(409, "BULK_ENDED");
    undo(boris, end).refuses(404, "OPERATION_NOT_FOUND");
    Answer undone = undo(anna, end).is(200);
    assertEquals(1100, undone.at("/undone").asInt(), undone.at("/skipped").size() + " skipped");
    assertEquals(1100, count("priority = normal"));
  }

  @Test
  void a_job_that_is_canceled_stops_and_what_it_did_stays() {
    batch(project, 3200); // enough to be stopped in the middle
    Map<String, Object> set = Map.of("priority", "low", "add_tags", List.of("stopped"));
    Answer job = asked(anna, "project = " + project.key(), set).is(202);
    boris
        .rest()
        .post("/api/tasks/bulk/" + job.field("id") + "/cancel", Map.of())
        .refuses(404, "BULK_NOT_FOUND");
    Answer stopped =
        anna.rest().post("/api/tasks/bulk/" + job.field("id") + "/cancel", Map.of()).is(200);
    assertEquals("canceled", stopped.field("status"));
    assertTrue(stopped.at("/done").asInt() < 3200, stopped.text());
    assertEquals(stopped.at("/updated").asLong(), count("priority = low"));
    Answer later = anna.rest().get("/api/tasks/bulk/" + job.field("id")).is(200);
    assertEquals(stopped.at("/done").asInt(), later.at("/done").asInt());
    assertNotEquals("ok", later.field("status"));
  }
}
