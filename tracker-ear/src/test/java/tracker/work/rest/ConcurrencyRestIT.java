package tracker.work.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tracker.harness.Answer;
import tracker.harness.Database;
import tracker.harness.Parallel;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Many at once on the same things. */
@Isolated("takes all connections of the pool")
class ConcurrencyRestIT {
  private final Person anna = People.named("Anna Weber");

  @Test
  void twenty_creations_at_once_give_twenty_numbers_without_a_gap() {
    Project project = Work.project(anna);
    List<Answer> made = Parallel.times(20, i -> Work.task(anna, project, "At once " + i));
    Set<String> keys = new TreeSet<>();
    made.forEach(answer -> keys.add(answer.field("key")));
    Set<String> expected = new TreeSet<>();
    IntStream.rangeClosed(1, 20).forEach(n -> expected.add(project.key() + "-" + n));
    assertEquals(expected, keys);
  }

  @Test
  void of_fifty_patches_with_one_etag_exactly_one_wins() {
    Answer task = Work.task(anna, Work.project(anna), "Contested");
    String etag = task.header("ETag");
    List<Answer> answers =
        Parallel.times(
            50,
            i ->
                anna.rest()
                    .with("If-Match", etag)
                    .patch("/api/tasks/" + task.field("key"), Map.of("title", "Mine " + i)));
    Map<Integer, Long> statuses =
        answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
    assertEquals(Map.of(200, 1L, 412, 49L), statuses);
    Answer winner = answers.stream().filter(a -> a.status() == 200).findFirst().orElseThrow();
    Answer now = anna.rest().get("/api/tasks/" + task.field("key")).is(200);
    assertEquals(winner.field("title"), now.field("title"));
    answers.stream()
        .filter(a -> a.status() == 412)
        .forEach(
            loser -> {
              loser.refuses(412, "STALE");
              assertEquals(winner.field("title"), loser.at("/current/title").asText());
            });
  }

  @Test
  void ten_posts_with_one_idempotency_key_make_one_task() {
    Project project = Work.project(anna);
    String key = UUID.randomUUID().toString();
    Map<String, String> body = Map.of("title", "Once only", "project", project.key());
    List<Answer> answers =
        Parallel.times(
            10, i -> anna.rest().with("Idempotency-Key", key).post("/api/tasks", body).is(201));
    assertEquals(1, answers.stream().map(Answer::text).distinct().count(), answers::toString);
    assertEquals(
        1, anna.rest().get("/api/tasks?project=" + project.key()).is(200).at("/total").asInt());
    assertEquals(
        1,
        Database.shared()
            .number("select count(*) from task.task where project_id = ?::uuid", project.id()));
  }

  @Test
  void an_idempotency_key_with_another_body_is_refused() {
    Project project = Work.project(anna);
    String key = UUID.randomUUID().toString();
    Map<String, String> body = Map.of("title", "First", "project", project.key());
    anna.rest().with("Idempotency-Key", key).post("/api/tasks", body).is(201);
    anna.rest()
        .with("Idempotency-Key", key)
        .post("/api/tasks", Map.of("title", "Second", "project", project.key()))
        .refuses(422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void a_refused_call_leaves_its_idempotency_key_free() {
    Project project = Work.project(anna);
    String key = UUID.randomUUID().toString();
    Map<String, String> bad = Map.of("title", "", "project", project.key());
    anna.rest().with("Idempotency-Key", key).post("/api/tasks", bad).is(422);
    Map<String, String> good = Map.of("title", "Good", "project", project.key());
    anna.rest().with("Idempotency-Key", key).post("/api/tasks", good).is(201);
  }
}
