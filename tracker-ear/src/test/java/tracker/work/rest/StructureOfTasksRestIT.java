package tracker.work.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.harness.Answer;
import tracker.harness.Parallel;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** What lies below what, how far that is, and of what type tasks are. */
class StructureOfTasksRestIT {
  private static final int DEEPEST = 8;

  private final Person anna = People.named("Anna Weber");
  private final Project project = Work.project(anna);

  private String task(String title) {
    return Work.task(anna, project, title).field("key");
  }

  private String below(String parent, String title) {
    return Work.task(anna, project, title, Map.of("parent_id", parent)).field("key");
  }

  private Answer move(String task, String parent) {
    return anna.rest().patch("/api/tasks/" + task, Map.of("parent_id", parent));
  }

  private void enter(String task, String status) {
    anna.rest().patch("/api/tasks/" + task, Map.of("status", status)).is(200);
  }

  @Test
  void progress_counts_done_ones_and_leaves_canceled_ones_out() {
    String parent = task("parent");
    List<String> children = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      children.add(below(parent, "child " + i));
    }
    enter(children.get(0), "done");
    enter(children.get(1), "canceled");
    enter(children.get(2), "in_progress");
    anna.rest().delete("/api/tasks/" + children.get(3)).is(204);
    Answer one = anna.rest().get("/api/tasks/" + parent).is(200);
    assertEquals("{\"done\":1,\"total\":3}", one.at("/subtasks").toString());
    assertEquals(4, one.at("/children").asInt());
    Answer list = anna.rest().get("/api/tasks?project=" + project.key() + "&sort=key").is(200);
    assertEquals(one.at("/subtasks"), list.at("/items/0/subtasks"));
    assertEquals(0, list.at("/items/1/subtasks/total").asInt());
    assertEquals(4, anna.rest().get("/api/tasks?parent_id=" + parent).is(200).at("/total").asInt());
  }

  @Test
  void a_parent_may_be_finished_before_its_subtasks() {
    String parent = task("parent");
    String child = below(parent, "child");
    enter(parent, "done");
    assertEquals("todo", anna.rest().get("/api/tasks/" + child).is(200).field("status"));
  }

  @Test
  void tasks_lie_below_one_another_only_so_deep() {
    String top = task("level 1");
    String at = top;
    for (int level = 2; level <= DEEPEST; level++) {
      at = below(at, "level " + level);
    }
    anna.rest()
        .post("/api/tasks", Map.of("title", "x", "project", project.key(), "parent_id", at))
        .refuses(409, "PARENT_TOO_DEEP")
        .names("parent_id");
    Answer batch =
        anna.rest()
            .post(
                "/api/tasks/batch",
                Map.of(
                    "tasks",
                    List.of(Map.of("title", "x", "project", project.key(), "parent_id", at))));
    batch.refuses(409, "PARENT_TOO_DEEP").names("tasks[0].parent_id");
    String above = task("above");
    move(top, above).refuses(409, "PARENT_TOO_DEEP").names("parent_id");
    move(above, at).refuses(409, "PARENT_TOO_DEEP").names("parent_id");
    move(top, at).refuses(409, "PARENT_CYCLE").names("parent_id");
    anna.rest().delete("/api/tasks/" + at).is(204);
    move(top, above).is(200);
  }

  @Test
  void of_two_that_go_below_each_other_at_one_moment_one_is_refused() {
    for (int round = 0; round < 10; round++) {
      String one = task("one " + round);
      String other = task("other " + round);
      List<Integer> answers =
          Parallel.times(2, i -> move(i == 0 ? one : other, i == 0 ? other : one).status());
      assertEquals(List.of(200, 409), answers.stream().sorted().toList());
    }
  }

  @Test
  void a_type_is_a_word_that_can_be_changed_and_asked_for() {
    String bug = Work.task(anna, project, "bug", Map.of("type", "bug")).field("key");
    String plain = task("plain");
    String room = Work.task(anna, project, "room", Map.of("type", "out_of_service")).field("key");
    assertEquals(List.of(bug), typed("type=bug"));
    assertEquals(List.of(bug, room), typed("type=bug&type=out_of_service"));
    assertEquals(List.of(plain), typed("type=task"));
    Answer changed =
        anna.rest().patch("/api/tasks/" + plain, Map.of("type", "spare_part2")).is(200);
    assertEquals("spare_part2", changed.field("type"));
    assertEquals(List.of(plain), typed("type=spare_part2"));
    anna.rest().post("/api/operations/" + changed.header("X-Operation-Id") + "/undo", null).is(200);
    assertEquals(List.of(), typed("type=spare_part2"));
  }

  private List<String> typed(String query) {
    TreeSet<String> keys = new TreeSet<>();
    Answer list = anna.rest().get("/api/tasks?project=" + project.key() + "&" + query).is(200);
    list.at("/items").forEach(one -> keys.add(one.path("key").asText()));
    assertTrue(list.at("/total").asInt() == keys.size(), list::toString);
    return List.copyOf(keys);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bug", "two words", "", " bug", "1st", "ошибка", "a-b", "_x"})
  void what_is_no_type_is_refused_by_name(String type) {
    anna.rest()
        .post("/api/tasks", Map.of("title", "x", "type", type))
        .refuses(422, "VALIDATION_ERROR")
        .names("type");
    String key = task("x");
    anna.rest()
        .patch("/api/tasks/" + key, Map.of("type", type))
        .refuses(422, "VALIDATION_ERROR")
        .names("type");
    String asked = java.net.URLEncoder.encode(type, java.nio.charset.StandardCharsets.UTF_8);
    anna.rest().get("/api/tasks?type=" + asked).refuses(422, "VALIDATION_ERROR").names("type");
  }
}
