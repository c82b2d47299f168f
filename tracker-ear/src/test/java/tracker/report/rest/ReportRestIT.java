package tracker.report.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.harness.Answer;
import tracker.harness.Database;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Rest;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Reports count what is there, through trash, moves, undo and changes of the rules. */
class ReportRestIT {
  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Lund");
  private final Project project = Work.project(anna);

  private String at(Project of, String more) {
    return "/api/projects/" + of.key() + "/report" + more;
  }

  private Answer report() {
    return anna.rest().get(at(project, "")).is(200);
  }

  private String task(String title, Map<String, Object> fields) {
    return Work.task(anna, project, title, fields).field("key");
  }

  private void enter(String task, String status) {
    anna.rest().patch("/api/tasks/" + task, Map.of("status", status)).is(200);
  }

  /** Today's numbers: todo, in progress, done, canceled. */
  private List<Integer> today(Project of) {
    JsonNode flow = anna.rest().get(at(of, "")).is(200).at("/flow");
    JsonNode last = flow.path(flow.size() - 1);
    return List.of(
        last.path("todo").asInt(),
        last.path("in_progress").asInt(),
        last.path("done").asInt(),
        last.path("canceled").asInt());
  }

  /** Yesterday there was nothing: what came since is taken off again, whatever became of it. */
  private void wasEmpty(Project of) {
    JsonNode flow = anna.rest().get(at(of, "")).is(200).at("/flow");
    JsonNode before = flow.path(flow.size() - 2);
    for (String category : List.of("todo", "in_progress", "done", "canceled")) {
      assertEquals(0, before.path(category).asInt(), before.toString());
    }
  }

  @Test
  void an_empty_project_has_a_report_of_thirty_days() {
    Answer report = report();
    assertEquals(project.key(), report.field("project_key"));
    assertEquals("day", report.field("step"));
    assertEquals(30, report.at("/flow").size());
    assertEquals(30, report.at("/arrivals").size());
    assertEquals(0, report.at("/open/total").asInt());
    assertEquals(0, report.at("/open/by_status").size());
    assertTrue(report.at("/cycle/median_hours").isNull());
  }

  @Test
  void open_tasks_are_told_by_status_and_person() {
    task("One", Map.of("due_at", "2020-01-01T00:00:00Z", "assignee_id", anna.id()));
    task("Two", Map.of("assignee_id", anna.id(), "status", "in_progress"));
    task("Three", Map.of());
    task("Four", Map.of("status", "done", "due_at", "2020-01-01T00:00:00Z"));
    JsonNode open = report().at("/open");
    assertEquals(3, open.path("total").asInt());
    assertEquals(1, open.path("overdue").asInt());
    assertEquals("todo", open.at("/by_status/0/status").asText());
    assertEquals(2, open.at("/by_status/0/count").asInt());
    assertEquals(1, open.at("/by_status/1/count").asInt());
    assertEquals(anna.id(), open.at("/by_assignee/0/assignee_id").asText());
    assertEquals("Anna Weber", open.at("/by_assignee/0/name").asText());
    assertEquals(2, open.at("/by_assignee/0/count").asInt());
    assertEquals(1, open.at("/by_assignee/0/overdue").asInt());
    assertTrue(open.at("/by_assignee/1/name").isNull());
    JsonNode arrivals = report().at("/arrivals");
    assertEquals(4, arrivals.path(29).path("created").asInt());
    assertEquals(1, arrivals.path(29).path("resolved").asInt());
    assertEquals(0, arrivals.path(28).path("created").asInt());
  }

  @Test
  void the_flow_follows_tasks_through_trash_undo_and_moves() {
    String one = task("One", Map.of());
    String two = task("Two", Map.of("status", "in_progress"));
    enter(one, "done");
    assertEquals(List.of(0, 1, 1, 0), today(project));
    Answer gone = anna.rest().delete("/api/tasks/" + two).is(204);
    assertEquals(List.of(0, 0, 1, 0), today(project));
    wasEmpty(project);
    anna.rest().post("/api/operations/" + gone.header("X-Operation-Id") + "/undo", null).is(200);
    assertEquals(List.of(0, 1, 1, 0), today(project));
    Project other = Work.project(anna);
    anna.rest().patch("/api/tasks/" + two, Map.of("project", other.key())).is(200);
    assertEquals(List.of(0, 0, 1, 0), today(project));
    assertEquals(List.of(0, 1, 0, 0), today(other));
    wasEmpty(project);
    wasEmpty(other);
  }

  @Test
  void own_statuses_count_in_their_category_also_when_that_changes() {
    anna.rest().put("/api/projects/" + project.key() + "/workflow", rules("in_progress")).is(200);
    task("One", Map.of("status", "Waiting"));
    assertEquals(List.of(0, 1, 0, 0), today(project));
    assertEquals("Waiting", report().at("/open/by_status/0/status").asText());
    anna.rest().put("/api/projects/" + project.key() + "/workflow", rules("canceled")).is(200);
    assertEquals(List.of(0, 0, 0, 1), today(project));
    wasEmpty(project);
  }

  private static Map<String, Object> rules(String category) {
    return Map.of(
        "statuses",
        List.of(
            Map.of("name", "New", "category", "todo"),
            Map.of("name", "Working", "category", "in_progress"),
            Map.of("name", "Waiting", "category", category),
            Map.of("name", "Over", "category", "done")));
  }

  @Test
  void the_time_of_work_runs_from_progress_to_done() {
    String one = task("One", Map.of());
    enter(one, "in_progress");
    enter(one, "done");
    task("Two", Map.of("status", "done"));
    // the record cannot be told to be older: its steps and the task can
    String id = anna.rest().get("/api/tasks/" + one).field("id");
    Database.shared()
        .change(
            "update report.step set at = at - interval '36 hours' where task_id = ?::uuid"
                + " and became = 'in_progress'",
            id);
    JsonNode cycle = report().at("/cycle");
    assertEquals(1, cycle.path("count").asInt());
    assertEquals(1, cycle.path("skipped").asInt());
    assertEquals(36.0, cycle.path("median_hours").asDouble(), 0.1);
    assertEquals(36.0, cycle.path("p85_hours").asDouble(), 0.1);
    assertEquals(1, cycle.at("/spread/1/count").asInt());
    assertTrue(cycle.at("/spread/5/days").isNull());
  }

  @Test
  void a_long_period_is_counted_by_weeks() {
    task("One", Map.of());
    Answer report = anna.rest().get(at(project, "?from=2026-01-01&to=2026-12-31")).is(200);
    assertEquals("week", report.field("step"));
    assertEquals("2025-12-29", report.at("/flow/0/date").asText());
    assertEquals(0, report.at("/flow/0/todo").asInt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"from=soon", "to=2026-02-30", "from=2026-02-01&to=2026-01-01", "from=1999-01-01"})
  void other_periods_are_refused(String asked) {
    Answer refused = anna.rest().get(at(project, "?" + asked)).refuses(422, "VALIDATION_ERROR");
    refused.names(asked.startsWith("to") ? "to" : "from");
  }

  @Test
  void who_does_not_see_the_project_sees_no_report() {
    boris.rest().get(at(project, "")).refuses(404, "PROJECT_NOT_FOUND");
    Rest.stranger().get(at(project, "")).refuses(401, "UNAUTHENTICATED");
    Work.join(anna, project, boris, "viewer");
    boris.rest().get(at(project, "")).is(200);
    anna.rest().delete("/api/projects/" + project.key()).is(204);
    boris.rest().get(at(project, "")).refuses(404, "PROJECT_NOT_FOUND");
  }
}
