package tracker.ops.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Rest;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** What comes back under the same key, beyond what many at once show. */
class IdempotencyRestIT {
  private final Person anna = People.named("Anna Weber");

  @Test
  void the_kept_answer_has_its_status_headers_and_body() {
    Project project = Work.project(anna);
    Map<String, String> body = Map.of("title", "Once", "project", project.key());
    Rest keyed = anna.rest().with("Idempotency-Key", UUID.randomUUID().toString());
    Answer first = keyed.post("/api/tasks", body).is(201);
    Answer again = keyed.post("/tasks", body).is(201);
    assertEquals(first.text(), again.text());
    for (String name : new String[] {"Location", "ETag", "X-Operation-Id", "Content-Type"}) {
      assertEquals(first.header(name), again.header(name));
    }
    assertEquals("true", again.header("Idempotency-Replayed"));
    assertTrue(first.headers().firstValue("Idempotency-Replayed").isEmpty());
  }

  @Test
  void a_key_belongs_to_its_caller() {
    String key = UUID.randomUUID().toString();
    Map<String, String> body = Map.of("title", "Mine");
    Answer mine = anna.rest().with("Idempotency-Key", key).post("/api/tasks", body).is(201);
    Answer hers =
        People.named("Bela Novak")
            .rest()
            .with("Idempotency-Key", key)
            .post("/api/tasks", body)
            .is(201);
    assertTrue(!mine.field("id").equals(hers.field("id")));
  }

  @Test
  void a_key_that_is_too_long_is_422() {
    anna.rest()
        .with("Idempotency-Key", "k".repeat(256))
        .post("/api/tasks", Map.of("title", "x"))
        .refuses(422, "VALIDATION_ERROR");
  }

  @Test
  void the_same_key_on_another_route_is_422() {
    Rest keyed = anna.rest().with("Idempotency-Key", UUID.randomUUID().toString());
    keyed.post("/api/tasks", Map.of("title", "x")).is(201);
    keyed.post("/api/projects", Map.of("title", "x")).refuses(422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void registration_of_a_stranger_is_kept_too() {
    String email = "kept-" + UUID.randomUUID() + "@gerask.test";
    Map<String, String> body = Map.of("email", email, "password", People.PASSWORD, "name", "Kept");
    Rest keyed =
        Rest.stranger()
            .from(Rest.anAddress())
            .with("Idempotency-Key", UUID.randomUUID().toString());
    Answer first = keyed.post("/auth/register", body).is(201);
    assertEquals(first.text(), keyed.post("/auth/register", body).is(201).text());
  }
}
