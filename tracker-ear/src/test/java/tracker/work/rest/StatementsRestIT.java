package tracker.work.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tracker.harness.Answer;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Rest;
import tracker.harness.Statements;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** How much SQL the most frequent calls cost. */
@Isolated("reads the statements of one call out of the log of all")
class StatementsRestIT {
  private final Person anna = People.named("Anna Weber");
  // one client address: limits lease in chunks, and a new address costs its first lease
  private final Rest rest = anna.rest().from(Rest.anAddress());
  private Project project = new Project("", "");

  @BeforeEach
  void a_project_with_tagged_tasks() {
    project = Work.project(anna);
    List<Map<String, Object>> tasks =
        IntStream.range(0, 30)
            .mapToObj(
                i ->
                    Map.<String, Object>of(
                        "title", "Row " + i, "project", project.key(), "tags", List.of("a", "b")))
            .toList();
    anna.rest().post("/api/tasks/batch", Map.of("tasks", tasks)).is(201);
  }

  @Test
  void a_task_costs_one_statement() {
    atMost(1, () -> rest.get("/api/tasks/" + project.key() + "-1").is(200));
  }

  @Test
  void a_creation_with_known_tags_costs_at_most_ten_statements() {
    Map<String, Object> wanted =
        Map.of("title", "One more", "project", project.key(), "tags", List.of("a", "b"));
    // one is the limit of creations, which is counted exactly
    atMost(10, () -> rest.post("/api/tasks", wanted).is(201));
  }

  @Test
  void a_change_of_status_costs_at_most_seven_statements() {
    String task = "/api/tasks/" + project.key() + "-1";
    List<String> words = List.of("in_progress", "done");
    AtomicInteger turn = new AtomicInteger();
    atMost(
        7,
        () -> {
          String next = words.get(turn.getAndIncrement() % words.size());
          rest.patch(task, Map.of("status", next)).is(200);
        });
  }

  @Test
  void an_undo_costs_one_statement_a_task_and_few_for_all() {
    List<String> ten = undo(10);
    List<String> hundred = undo(100);
    assertTrue(
        hundred.size() <= ten.size() + 90,
        () ->
            ten.size()
                + " statements for ten tasks, for a hundred "
                + hundred.size()
                + ":\n"
                + String.join("\n", hundred));
  }

  /** Of a change of status, priority and tags; each run takes back what the one before did. */
  private List<String> undo(int tasks) {
    List<Map<String, String>> wanted =
        IntStream.range(0, tasks)
            .mapToObj(i -> Map.of("title", "Undone " + i, "project", project.key()))
            .toList();
    Answer made = anna.rest().post("/api/tasks/batch", Map.of("tasks", wanted)).is(201);
    List<String> all = made.at("/items").findValuesAsText("id");
    Map<String, Object> set =
        Map.of("status", "done", "priority", "high", "add_tags", List.of("late"));
    AtomicReference<String> last =
        new AtomicReference<>(
            anna.rest()
                .post("/api/tasks/bulk", Map.of("ids", all, "set", set))
                .is(200)
                .field("operation_id"));
    return Statements.of(
        () -> {
          Answer undone = rest.post("/api/operations/" + last.get() + "/undo", null).is(200);
          assertEquals(tasks, undone.at("/undone").asInt());
          last.set(undone.field("operation_id"));
        });
  }

  @Test
  void a_list_costs_at_most_two_statements_whatever_its_length() {
    atMost(2, () -> rest.get("/api/tasks?project=" + project.key() + "&limit=5").is(200));
    atMost(2, () -> rest.get("/api/tasks?project=" + project.key() + "&limit=30").is(200));
  }

  @Test
  void the_list_shows_what_was_counted() {
    Answer list = rest.get("/api/tasks?project=" + project.key() + "&limit=30").is(200);
    assertEquals(30, list.at("/items").size());
    assertEquals("a", list.at("/items/0/tags/0").asText());
  }

  @Test
  void six_comments_cost_no_more_statements_than_one() {
    String list = "/api/tasks/" + project.key() + "-1/comments";
    anna.rest().post(list, Map.of("body", "@Anna Weber one")).is(201);
    int one = Statements.of(() -> rest.get(list).is(200)).size();
    for (int i = 0; i < 5; i++) {
      anna.rest().post(list, Map.of("body", "@Anna Weber " + i)).is(201);
    }
    int six = Statements.of(() -> rest.get(list).is(200)).size();
    assertTrue(six <= one, six + " statements for six comments, " + one + " for one");
  }

  @Test
  void four_links_cost_no_more_statements_than_one() {
    String list = "/api/tasks/" + project.key() + "-1/links";
    link(list, "relates", 2);
    int one = Statements.of(() -> rest.get(list).is(200)).size();
    link(list, "blocks", 3);
    link(list, "precedes", 4);
    link(list, "duplicates", 5);
    int four = Statements.of(() -> rest.get(list).is(200)).size();
    assertTrue(four <= one, four + " statements for four links, " + one + " for one");
  }

  @Test
  void a_search_costs_at_most_two_statements() {
    rest.get("/api/search?q=row").is(200);
    atMost(2, () -> rest.get("/api/search?q=row").is(200));
  }

  private void link(String list, String type, int other) {
    String key = project.key() + "-" + other;
    anna.rest().post(list, Map.of("type", type, "task_id", key)).is(201);
  }

  private static void atMost(int most, Runnable call) {
    List<String> statements = Statements.of(call);
    assertTrue(!statements.isEmpty(), "Nothing was counted");
    assertTrue(
        statements.size() <= most,
        () -> "More than " + most + ":\n" + String.join("\n", statements));
  }
}
