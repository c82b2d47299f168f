package tracker.webhook.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Hook;
import tracker.harness.Hook.Called;
import tracker.harness.Mailbox;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Rest;
import tracker.harness.Waiting;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Webhooks over REST and a real receiver. */
class WebhooksRestIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Ivanov");
  private final Project project = Work.project(anna);
  private final Hook hook = Hook.listening();
  private final List<String> made = new ArrayList<>();

  @AfterEach
  void stop() {
    made.forEach(id -> People.admin().rest().delete("/api/webhooks/" + id));
    hook.close();
  }

  private Map<String, Object> body(String... events) {
    Map<String, Object> body = new HashMap<>();
    body.put("url", hook.url());
    body.put("events", List.of(events));
    body.put("project", project.key());
    return body;
  }

  private Answer hooked(Person who, Map<String, Object> body) {
    Answer answer = who.rest().post("/api/webhooks", body).is(201);
    made.add(answer.field("id"));
    return answer;
  }

  private static String path(Answer webhook) {
    return "/api/webhooks/" + webhook.field("id");
  }

  private String task(String title) {
    return Work.task(anna, project, title).field("key");
  }

  private static String signed(String secret, Called call) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String said =
        call.header("webhook-id") + "." + call.header("webhook-timestamp") + "." + call.body();
    return "v1,"
        + Base64.getEncoder().encodeToString(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_webhook_is_made_read_changed_and_deleted_and_its_secret_told_once() {
    Answer created = hooked(anna, body("task.created", "task.created", "comment.*"));
    assertEquals(path(created), created.header("Location"));
    assertEquals("\"1\"", created.header("ETag"));
    assertTrue(created.field("secret").startsWith("whsec_"));
    assertEquals(project.id(), created.field("project_id"));
    assertEquals("true", created.field("active"));
    assertEquals("[\"task.created\",\"comment.*\"]", created.at("/events").toString());
    Answer read = anna.rest().get(path(created)).is(200);
    assertFalse(read.text().contains("secret"), read::text);
    anna.rest().with("If-None-Match", "\"1\"").get(path(created)).is(304);
    Map<String, Object> patch = new HashMap<>();
    patch.put("project", null);
    patch.put("events", List.of("*"));
    Answer changed = anna.rest().with("If-Match", "\"1\"").patch(path(created), patch).is(200);
    assertTrue(changed.at("/project_id").isNull());
    assertEquals("2", changed.field("version"));
    anna.rest().with("If-Match", "\"1\"").patch(path(created), patch).refuses(412, "STALE");
    assertEquals("2", anna.rest().patch(path(created), patch).is(200).field("version"));
    anna.rest().with("If-Match", "\"1\"").delete(path(created)).refuses(412, "STALE");
    anna.rest().delete(path(created)).is(204);
    anna.rest().get(path(created)).refuses(404, "WEBHOOK_NOT_FOUND");
  }

  @Test
  void others_know_nothing_of_it_but_administrators() {
    String path = path(hooked(anna, body("*")));
    for (String more : List.of("", "/deliveries")) {
      boris.rest().get(path + more).refuses(404, "WEBHOOK_NOT_FOUND");
      People.admin().rest().get(path + more).is(200);
    }
    for (String act : List.of("/pause", "/resume", "/rotate", "/test")) {
      boris.rest().post(path + act, null).refuses(404, "WEBHOOK_NOT_FOUND");
    }
    boris.rest().patch(path, Map.of("active", false)).refuses(404, "WEBHOOK_NOT_FOUND");
    boris.rest().delete(path).refuses(404, "WEBHOOK_NOT_FOUND");
    assertFalse(
        boris.rest().get("/api/webhooks?limit=200").is(200).text().contains(path.substring(14)));
    assertTrue(
        anna.rest().get("/api/webhooks?limit=200").is(200).text().contains(path.substring(14)));
  }

  @Test
  void what_breaks_a_rule_is_refused_with_the_field() {
    for (Object events : List.of(List.of(), List.of("task.burnt"), List.of("task"), List.of(""))) {
      Map<String, Object> body = body();
      body.put("events", events);
      Answer refused = anna.rest().post("/api/webhooks", body);
      refused.refuses(422, "VALIDATION_ERROR");
      assertTrue(refused.at("/error/fields").fieldNames().next().startsWith("events"));
      assertFalse(refused.text().contains("invalid."), refused::text);
    }
    Map<String, Object> body = body("*");
    body.put("url", "ftp://there.example/");
    anna.rest().post("/api/webhooks", body).refuses(422, "VALIDATION_ERROR").names("url");
    body.put("url", hook.url());
    boris.rest().post("/api/webhooks", body).refuses(422, "VALIDATION_ERROR").names("project");
    body.put("project", "NOSUCH");
    anna.rest().post("/api/webhooks", body).refuses(422, "VALIDATION_ERROR").names("project");
    String path = path(hooked(anna, body("*")));
    for (String field : List.of("url", "events", "active")) {
      Map<String, Object> cleared = new HashMap<>();
      cleared.put(field, null);
      anna.rest().patch(path, cleared).refuses(422, "VALIDATION_ERROR").names(field);
    }
    anna.rest().patch(path, Map.of("secret", "x")).refuses(422, "VALIDATION_ERROR").names("secret");
  }

  @Test
  void what_happens_is_told_once_signed_and_in_its_order() throws Exception {
    Answer webhook = hooked(anna, body("task.*", "comment.created"));
    String key = task("Fold the towels");
    Answer done =
        anna.rest()
            .patch("/api/tasks/" + key, Map.of("status", "done", "priority", "high"))
            .is(200);
    anna.rest().patch("/api/tasks/" + key, Map.of("status", "done")).is(200);
    anna.rest().post("/api/tasks/" + key + "/comments", Map.of("body", "Готово")).is(201);
    anna.rest()
        .post("/api/tasks/" + key + "/links", Map.of("type", "relates", "task_id", task("b")));
    anna.rest().delete("/api/tasks/" + key).is(204);
    anna.rest().post("/api/tasks/" + key + "/restore", null).is(200);
    List<Called> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(hook.next());
    }
    assertEquals(
        List.of(
            "task.created",
            "task.updated",
            "comment.created",
            "task.created",
            "task.updated", // each of the two has the link now
            "task.updated",
            "task.deleted",
            "task.restored"),
        calls.stream().map(one -> one.json().path("type").asText()).toList());
    for (Called call : calls) {
      assertEquals(signed(webhook.field("secret"), call), call.header("webhook-signature"));
      assertEquals(call.header("webhook-id"), call.json().path("id").asText());
    }
    JsonNode updated = calls.get(1).json().path("data");
    assertEquals("task", updated.path("entity").asText());
    assertEquals(key, updated.path("task_key").asText());
    assertEquals(project.key(), updated.path("project_key").asText());
    assertEquals(anna.id(), updated.path("actor_id").asText());
    assertEquals(done.header("X-Operation-Id"), updated.path("operation_id").asText());
    Map<String, String> changes = new HashMap<>();
    updated
        .path("changes")
        .forEach(
            one ->
                changes.put(
                    one.path("field").asText(),
                    one.path("old").asText() + " " + one.path("new").asText()));
    assertEquals(Map.of("status", "todo done", "priority", "normal high"), changes);
    assertEquals(8, new HashSet<>(calls.stream().map(c -> c.header("webhook-id")).toList()).size());
    hook.hasNoMore();
  }

  @Test
  void a_status_of_the_category_done_is_an_event_of_its_own_whatever_it_is_called() {
    Map<String, Object> rules =
        Map.of(
            "statuses",
            List.of(
                Map.of("name", "New", "category", "todo"),
                Map.of("name", "Built", "category", "done"),
                Map.of("name", "Shipped", "category", "done")));
    anna.rest().put("/api/projects/" + project.key() + "/workflow", rules).is(200);
    hooked(anna, body("task.done"));
    String key = task("Ship it");
    anna.rest().patch("/api/tasks/" + key, Map.of("title", "Ship them")).is(200);
    anna.rest().patch("/api/tasks/" + key, Map.of("status", "Shipped")).is(200);
    Called call = hook.next();
    assertEquals("task.done", call.json().path("type").asText());
    assertEquals(key, call.json().at("/data/task_key").asText());
    anna.rest().patch("/api/tasks/" + key, Map.of("status", "todo")).is(200);
    anna.rest().patch("/api/tasks/" + key, Map.of("status", "done")).is(200);
    assertEquals("task.done", hook.next().json().path("type").asText());
    hook.hasNoMore();
  }

  @Test
  void a_webhook_tells_its_owner_nothing_that_they_may_not_see() {
    Map<String, Object> all = body("*");
    all.remove("project");
    Hook other = Hook.listening();
    all.put("url", other.url());
    hooked(boris, all);
    hooked(anna, body("task.created"));
    String key = task("Between us");
    assertEquals(key, hook.next().json().at("/data/task_key").asText());
    // what happened before is told before: his webhook is past the task by then
    boris.rest().post("/api/tasks", Map.of("title", "Of his own")).is(201);
    other.next(
        call -> {
          assertFalse(call.body().contains("Between us"), call::body);
          return call.body().contains("Of his own");
        });
    Work.join(anna, project, boris, "viewer");
    Called joined = other.next(call -> call.body().contains(project.id()));
    assertFalse(joined.body().contains("Between us"), joined::body);
    other.close();
  }

  @Test
  void while_it_is_paused_what_happens_is_kept_and_then_told_in_order() {
    Answer webhook = hooked(anna, body("task.created"));
    Answer paused = anna.rest().post(path(webhook) + "/pause", null).is(200);
    assertEquals("false", paused.field("active"));
    List<String> keys = List.of(task("one"), task("two"), task("three"));
    assertEquals("0", anna.rest().get(path(webhook) + "/deliveries").is(200).field("total"));
    assertEquals("true", anna.rest().post(path(webhook) + "/resume", null).is(200).field("active"));
    task("four");
    for (String key : keys) {
      assertEquals(key, hook.next().json().at("/data/task_key").asText());
    }
    hook.next();
    hook.hasNoMore();
  }

  @Test
  void the_log_tells_what_was_sent_and_what_was_answered() {
    Answer webhook = hooked(anna, body("task.created"));
    hook.answers(503, "Not now: " + "x".repeat(5000));
    String key = task("Try me");
    Called call = hook.next();
    String log = path(webhook) + "/deliveries";
    Waiting.until(
        SOON,
        () -> anna.rest().get(log).is(200).at("/items/0/attempts").asInt() == 1,
        () -> anna.rest().get(log).text());
    JsonNode told = anna.rest().get(log).is(200).at("/items/0");
    assertEquals("task.created", told.path("type").asText());
    assertEquals("queued", told.path("status").asText());
    assertEquals("The receiver answered 503", told.path("last_error").asText());
    assertEquals(503, told.path("answered").asInt());
    assertEquals(4096, told.path("answer").asText().length());
    assertEquals(key, told.at("/request/data/task_key").asText());
    assertEquals(call.header("webhook-id"), told.path("event_id").asText());
    anna.rest().get("/api/notify/jobs/" + told.path("id").asText()).is(200);
    anna.rest().get(log + "?limit=0").refuses(422, "VALIDATION_ERROR").names("limit");
    anna.rest().get(log + "?cursor=x").refuses(422, "VALIDATION_ERROR").names("cursor");
  }

  @Test
  void one_that_always_fails_is_paused_its_owner_told_and_what_happens_kept() {
    Map<String, Object> body = body("task.created");
    body.put("url", "http://localhost:1/"); // may not be called, so each fails at once
    Answer webhook = hooked(anna, body);
    for (int i = 0; i < 20; i++) {
      task("Row " + i);
    }
    String path = path(webhook);
    Waiting.until(
        SOON,
        () -> anna.rest().get(path + "/deliveries?limit=1").is(200).field("total").equals("20"),
        () -> anna.rest().get(path + "/deliveries?limit=1").text());
    String last = anna.rest().get(path + "/deliveries?limit=1").is(200).at("/items/0/id").asText();
    Waiting.until(
        SOON,
        () -> anna.rest().get("/api/notify/jobs/" + last).field("status").equals("failed"),
        () -> anna.rest().get("/api/notify/jobs/" + last).text());
    String key = task("The last straw");
    Waiting.until(
        SOON,
        () -> anna.rest().get(path).is(200).field("active").equals("false"),
        () -> anna.rest().get(path).text());
    assertEquals("failing", anna.rest().get(path).is(200).field("stopped"));
    Mailbox.of(anna).next(one -> one.subject().equals("The webhook to localhost is paused"));
    anna.rest().patch(path, Map.of("url", hook.url(), "active", true)).is(200);
    assertTrue(anna.rest().get(path).is(200).at("/stopped").isNull());
    assertEquals(key, hook.next().json().at("/data/task_key").asText());
  }

  @Test
  void the_webhooks_and_messages_of_an_account_go_with_it() {
    Person leaver = People.newcomer();
    String mine = path(hooked(leaver, Map.of("url", hook.url(), "events", List.of("*"))));
    Map<String, Object> letter =
        Map.of("to", "reader@there.example", "subject", "Mine", "body", "Words");
    String job = leaver.rest().post("/api/notify/email", letter).is(202).header("Location");
    People.admin().rest().delete("/api/users/" + leaver.id()).is(204);
    People.admin().rest().get(mine).refuses(404, "WEBHOOK_NOT_FOUND");
    People.admin().rest().get(job).refuses(404, "JOB_NOT_FOUND");
  }

  @Test
  void what_waits_for_one_that_is_deleted_is_not_sent_any_more() {
    Answer webhook = hooked(anna, body("task.created"));
    hook.answers(500, "");
    task("Nobody will know");
    hook.next();
    String job = anna.rest().get(path(webhook) + "/deliveries").is(200).at("/items/0/id").asText();
    Waiting.until(
        SOON,
        () -> anna.rest().get("/api/notify/jobs/" + job).field("attempts").equals("1"),
        () -> anna.rest().get("/api/notify/jobs/" + job).text());
    anna.rest().delete(path(webhook)).is(204);
    assertEquals("canceled", anna.rest().get("/api/notify/jobs/" + job).is(200).field("status"));
  }

  @Test
  void a_test_call_goes_out_even_while_it_is_paused() throws Exception {
    Map<String, Object> body = body("task.created");
    body.put("active", false);
    Answer webhook = hooked(anna, body);
    Answer job = anna.rest().post(path(webhook) + "/test", null).is(202);
    assertEquals("/api/notify/jobs/" + job.field("id"), job.header("Location"));
    Called call = hook.next();
    assertEquals("webhook.test", call.json().path("type").asText());
    assertEquals(job.field("event_id"), call.header("webhook-id"));
    assertEquals(signed(webhook.field("secret"), call), call.header("webhook-signature"));
  }

  @Test
  void after_a_change_of_the_secret_both_sign_for_a_while() throws Exception {
    Answer webhook = hooked(anna, body("task.created"));
    Answer rotated = anna.rest().post(path(webhook) + "/rotate", null).is(200);
    assertNotEquals(webhook.field("secret"), rotated.field("secret"));
    task("Signed twice");
    Called call = hook.next();
    assertEquals(
        signed(rotated.field("secret"), call) + " " + signed(webhook.field("secret"), call),
        call.header("webhook-signature"));
  }

  @Test
  void many_changes_in_one_operation_are_one_event_for_each_task() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      ids.add(Work.task(anna, project, "Row " + i).field("id"));
    }
    hooked(anna, body("task.updated"));
    anna.rest().post("/api/tasks/bulk-status", Map.of("ids", ids, "status", "done")).is(200);
    List<String> told = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      told.add(hook.next().json().at("/data/task_id").asText());
    }
    assertEquals(new HashSet<>(ids), new HashSet<>(told));
    hook.hasNoMore();
  }

  @Test
  void a_key_makes_a_repeated_call_the_same_webhook() {
    Rest keyed = anna.rest().with("Idempotency-Key", UUID.randomUUID().toString());
    Map<String, Object> body = body("*");
    String id = keyed.post("/api/webhooks", body).is(201).field("id");
    made.add(id);
    assertEquals(id, keyed.post("/api/webhooks", body).is(201).field("id"));
  }
}
