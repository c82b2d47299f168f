package tracker.work.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.harness.Answer;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Rest;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Why somebody may do something, or may not: what is told is what happens. */
class ExplainRestIT {
  private final Person manager = People.named("Anna Weber");
  private final Person member = People.named("Boris Lund");
  private final Person viewer = People.named("Vera Holm");
  private final Person stranger = People.named("Olga Strand");
  private final Project project = Work.project(manager);

  /** The calls behind the actions, each on a task of its own. */
  private static final Map<String, Function<Rest, Function<String, Answer>>> CALLS =
      Map.of(
          "view", rest -> task -> rest.get("/api/tasks/" + task),
          "edit", rest -> task -> rest.patch("/api/tasks/" + task, Map.of("title", "New")),
          "transition:done",
              rest -> task -> rest.patch("/api/tasks/" + task, Map.of("status", "done")),
          "comment",
              rest -> task -> rest.post("/api/tasks/" + task + "/comments", Map.of("body", "Hm")),
          "attach",
              rest ->
                  task ->
                      rest.upload("/api/tasks/" + task + "/attachments", "a.txt", new byte[] {65}),
          "delete", rest -> task -> rest.delete("/api/tasks/" + task),
          "restore", rest -> task -> rest.post("/api/tasks/" + task + "/restore", null));

  private String task(boolean deleted) {
    String key = Work.task(manager, project, "To be explained").field("key");
    if (deleted) {
      manager.rest().delete("/api/tasks/" + key).is(204);
    }
    return key;
  }

  private void join() {
    Work.join(manager, project, member, "member");
    Work.join(manager, project, viewer, "viewer");
  }

  private static Answer why(Person who, String task, String action) {
    return who.rest().get("/api/tasks/" + task + "/explain?action=" + action);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"view", "edit", "transition:done", "comment", "attach", "delete", "restore"})
  void what_is_explained_is_what_happens(String action) {
    join();
    for (Person who : new Person[] {viewer, member, manager, People.admin()}) {
      for (boolean deleted : new boolean[] {false, true}) {
        if (!deleted && action.equals("restore") || deleted && action.equals("view")) {
          continue; // restoring what is there changes nothing, and the trash is looked at freely
        }
        String task = task(deleted);
        boolean told = why(who, task, action).is(200).at("/allowed").asBoolean();
        Answer done = CALLS.get(action).apply(who.rest()).apply(task);
        assertEquals(told, done.status() < 300, () -> who.name() + ": " + done);
      }
    }
  }

  @Test
  void the_chain_ends_with_the_rule_that_refuses_and_names_who_could_help() {
    join();
    String task = task(false);
    Answer refused = why(viewer, task, "transition:done").is(200);
    assertFalse(refused.at("/allowed").asBoolean());
    assertEquals("see", refused.at("/rules/0/rule").asText());
    assertTrue(refused.at("/rules/0/passed").asBoolean());
    assertEquals("living", refused.at("/rules/1/rule").asText());
    assertEquals("role", refused.at("/rules/2/rule").asText());
    assertFalse(refused.at("/rules/2/passed").asBoolean());
    String words = refused.at("/rules/2/message").asText();
    assertTrue(words.contains(project.key()) && words.contains("Anna Weber"), words);
    Answer russian =
        viewer
            .rest()
            .with("Accept-Language", "ru")
            .get("/api/tasks/" + task + "/explain?action=edit")
            .is(200);
    assertTrue(
        russian.at("/rules/0/message").asText().startsWith("Вы наблюдатель"), russian::toString);
    Answer gone = why(manager, task(true), "edit").is(200);
    assertEquals("living", gone.at("/rules/1/rule").asText());
    assertEquals(2, gone.at("/rules").size());
  }

  @Test
  void each_way_to_see_a_task_has_its_reason() {
    Project open = Work.project(manager, "internal");
    String task = Work.task(manager, open, "For all").field("key");
    assertTrue(reason(stranger, task).contains("internal"));
    assertTrue(reason(manager, task).contains("manager"));
    assertTrue(reason(People.admin(), task).contains("administrator"));
    Answer own =
        stranger
            .rest()
            .post("/api/tasks", Map.of("title", "Mine", "assignee_id", member.id()))
            .is(201);
    assertTrue(reason(stranger, own.field("key")).contains("created"));
    assertTrue(reason(member, own.field("key")).contains("yours to do"));
    assertTrue(why(member, own.field("key"), "edit").is(200).at("/allowed").asBoolean());
    assertFalse(why(member, own.field("key"), "manage").is(200).at("/allowed").asBoolean());
  }

  private static String reason(Person who, String task) {
    return why(who, task, "view").is(200).at("/rules/0/message").asText();
  }

  @Test
  void strangers_learn_nothing_and_unknown_actions_are_refused() {
    String task = task(false);
    why(stranger, task, "edit").refuses(404, "TASK_NOT_FOUND");
    why(manager, "NOPE-1", "edit").refuses(404, "TASK_NOT_FOUND");
    why(manager, task, "fly").refuses(422, "VALIDATION_ERROR");
    why(manager, task, "transition:flown").refuses(422, "VALIDATION_ERROR");
    why(manager, task, "").refuses(422, "VALIDATION_ERROR");
    Rest.stranger()
        .get("/api/tasks/" + task + "/explain?action=edit")
        .refuses(401, "UNAUTHENTICATED");
  }
}
