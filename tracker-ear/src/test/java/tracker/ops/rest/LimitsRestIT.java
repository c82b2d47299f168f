package tracker.ops.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Parallel;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Rest;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** The limit of POST /tasks per client address; the product runs with its default of 60. */
class LimitsRestIT {
  private final Person anna = People.named("Anna Weber");

  @Test
  void the_61st_post_of_tasks_within_a_minute_is_429() {
    Project project = Work.project(anna);
    Rest here = anna.rest().from(Rest.anAddress());
    Map<String, String> body = Map.of("title", "Limited", "project", project.key());
    List<Answer> first = Parallel.times(12, i -> fivePosts(here, body));
    first.forEach(answer -> answer.is(201));
    Answer refused = here.post("/api/tasks", body).refuses(429, "RATE_LIMITED");
    long wait = Long.parseLong(refused.header("Retry-After"));
    assertTrue(wait >= 1 && wait <= 60, refused::toString);
    assertEquals(
        60, anna.rest().get("/api/tasks?project=" + project.key()).is(200).at("/total").asInt());
    here.post("/tasks", body).refuses(429, "RATE_LIMITED");
    anna.rest().from(Rest.anAddress()).post("/api/tasks", body).is(201);
  }

  @Test
  void a_forged_address_before_the_proxys_own_buys_nothing() {
    Project project = Work.project(anna);
    String mine = Rest.anAddress();
    Map<String, String> body = Map.of("title", "Forged", "project", project.key());
    Parallel.times(12, i -> fivePosts(anna.rest().from(mine), body)).forEach(a -> a.is(201));
    anna.rest()
        .from(Rest.anAddress() + ", " + mine)
        .post("/api/tasks", body)
        .refuses(429, "RATE_LIMITED");
  }

  @Test
  void answers_say_how_much_is_left() {
    Answer answer = anna.rest().get("/api/auth/me").is(200);
    assertTrue(Integer.parseInt(answer.header("RateLimit-Limit")) > 0, answer::toString);
    assertTrue(Integer.parseInt(answer.header("RateLimit-Remaining")) >= 0, answer::toString);
    assertTrue(Integer.parseInt(answer.header("RateLimit-Reset")) >= 0, answer::toString);
  }

  private static Answer fivePosts(Rest here, Map<String, String> body) {
    for (int i = 0; i < 4; i++) {
      here.post("/api/tasks", body).is(201);
    }
    return here.post("/api/tasks", body);
  }
}
