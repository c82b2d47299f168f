package tracker.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import tracker.harness.Answer;
import tracker.harness.Hook;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Product;
import tracker.harness.Rest;
import tracker.harness.Waiting;

/** What was acknowledged stays, whatever is killed: one product, started again after each kill. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Isolated("counts what a kill leaves, within limits of time")
class KillIT {
  private static final Map<String, String> UNLIMITED =
      Map.of("RATE_LIMIT_ENABLED", "false", "WEBHOOK_ALLOWED_TARGETS", Hook.allowed());
  private static final int WRITERS = 4;
  private static final int ROWS = 8_000;
  private static final int MANY = 4000;
  private static final int MESSAGES = 1000;
  private static final int IN_FLIGHT = 24;
  private final Path data = Product.fresh("kill");
  private Product product = Product.start(data, UNLIMITED);

  @AfterAll
  void stop() {
    product.close();
  }

  @Test
  void after_kill_9_of_everything_each_acknowledged_task_is_there_once() throws Exception {
    Rest rest = signedIn();
    rest.post("/api/projects", Map.of("key", "KILL", "name", "Survivors")).is(201);
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    AtomicBoolean killed = new AtomicBoolean();
    List<Thread> writers =
        IntStream.range(0, WRITERS)
            .mapToObj(n -> new Thread(() -> write(rest, n, acknowledged, killed)))
            .toList();
    writers.forEach(Thread::start);
    Waiting.until(Duration.ofSeconds(60), () -> acknowledged.size() >= 40, () -> "Too slow");
    killEverything();
    killed.set(true);
    for (Thread writer : writers) {
      writer.join();
    }

    product = Product.start(data, UNLIMITED);
    product.awaitReady();
    Rest again = signedIn();
    long total = 0;
    for (String key : acknowledged) {
      again.get("/api/tasks/" + key).is(200);
      total++;
    }
    Answer list = again.get("/api/tasks?project=KILL&limit=1").is(200);
    long unanswered = list.at("/total").asLong() - total;
    assertTrue(
        unanswered >= 0 && unanswered <= WRITERS,
        () -> "At most the calls in flight may be there unanswered, not " + unanswered);
    assertEquals(total, acknowledged.size());
    again.get("/api/admin/audit/verify").is(200);
  }

  @Test
  void after_kill_9_a_bulk_change_goes_on_and_changes_each_task_once() throws Exception {
    Rest rest = signedIn();
    rest.post("/api/projects", Map.of("key", "MANY", "name", "Many")).is(201);
    Map<String, String> task = Map.of("title", "One of many", "project", "MANY");
    for (int batch = 0; batch < MANY / 500; batch++) {
      Map<String, Object> batched = Map.of("tasks", Collections.nCopies(500, task));
      rest.post("/api/tasks/batch", batched).is(201);
    }
    Map<String, Object> wanted =
        Map.of("q", "project = MANY", "set", Map.of("priority", "high", "add_tags", List.of("x")));
    String job = "/api/tasks/bulk/" + rest.post("/api/tasks/bulk", wanted).is(202).field("id");
    Waiting.until(
        Duration.ofSeconds(60),
        () -> rest.get(job).is(200).at("/done").asInt() > 0,
        () -> "It does not begin");
    killEverything();

    product = Product.start(data, UNLIMITED);
    Rest again = signedIn();
    Answer before = again.get(job).is(200);
    assertTrue(before.at("/done").asInt() < MANY, "It was over before the kill");
    Waiting.until(
        Duration.ofSeconds(120),
        () -> !again.get(job).is(200).at("/ended_at").isNull(),
        () -> "It does not go on");
    Answer after = again.get(job).is(200);
    assertEquals("ok", after.field("status"));
    assertEquals(MANY, after.at("/updated").asInt());
    for (int page = 1; page <= MANY / 200; page++) {
      again
          .get("/api/tasks?project=MANY&limit=200&page=" + page)
          .is(200)
          .at("/items")
          .forEach(one -> assertEquals(2, one.path("version").asInt(), one.toString()));
    }
    String undo = "/api/operations/" + after.field("operation_id") + "/undo";
    assertEquals(MANY, again.post(undo, Map.of()).is(200).at("/undone").asInt());
  }

  @Test
  void after_kill_9_a_long_import_goes_on_and_makes_each_task_once() throws Exception {
    Rest rest = signedIn();
    rest.post("/api/projects", Map.of("key", "FILE", "name", "File")).is(201);
    StringBuilder csv = new StringBuilder("title\n");
    for (int row = 0; row < ROWS; row++) {
      csv.append("Row ").append(row).append('\n');
    }
    String into = "/api/import/tasks?project=FILE";
    String job =
        rest.with("Content-Type", "text/csv").post(into, csv.toString()).is(202).header("Location");
    Waiting.until(
        Duration.ofSeconds(60),
        () -> rest.get(job).is(200).at("/done").asInt() > 0,
        () -> "It does not begin");
    killEverything();

    product = Product.start(data, UNLIMITED);
    Rest again = signedIn();
    assertTrue(again.get(job).is(200).at("/done").asInt() < ROWS, "It was over before the kill");
    Waiting.until(
        Duration.ofSeconds(120),
        () -> !again.get(job).is(200).at("/ended_at").isNull(),
        () -> "It does not go on");
    Answer after = again.get(job).is(200);
    assertEquals("ok", after.field("status"), after::text);
    assertEquals(ROWS, after.at("/created").asInt());
    assertEquals(ROWS, again.get("/api/tasks?project=FILE&limit=1").at("/total").asInt());
  }

  @Test
  void after_kill_9_each_message_that_waited_is_delivered_under_one_id() throws Exception {
    try (Hook hook = Hook.listening()) {
      hook.holds();
      Rest rest = signedIn();
      Set<String> events = ConcurrentHashMap.newKeySet();
      for (int i = 0; i < MESSAGES; i++) {
        Map<String, Object> call = Map.of("url", hook.url() + i % 50, "payload", i);
        events.add(rest.post("/api/notify/webhook", call).is(202).field("event_id"));
      }
      killEverything();
      hook.opens();

      product = Product.start(data, UNLIMITED);
      product.awaitReady();
      long from = System.nanoTime();
      Set<String> got = new HashSet<>();
      int calls = 0;
      while (!got.equals(events)) {
        got.add(hook.next().header("webhook-id"));
        calls++;
      }
      Duration taken = Duration.ofNanos(System.nanoTime() - from);
      int twice = calls - MESSAGES;
      assertTrue(twice <= IN_FLIGHT, () -> twice + " came twice");
      assertTrue(taken.compareTo(Duration.ofSeconds(120)) < 0, taken::toString);
    }
  }

  private static void write(Rest rest, int writer, Set<String> acknowledged, AtomicBoolean killed) {
    for (int i = 0; !killed.get(); i++) {
      try {
        Answer made = rest.post("/api/tasks", Map.of("title", writer + "/" + i, "project", "KILL"));
        if (made.status() == 201) {
          acknowledged.add(made.field("key"));
        }
      } catch (RuntimeException e) {
        return; // killed in the middle of this call: nothing was acknowledged
      }
    }
  }

  private Rest signedIn() {
    product.awaitReady();
    Rest stranger = Rest.of(product);
    Person admin = People.login(stranger, Product.ADMIN_EMAIL, Product.ADMIN_PASSWORD);
    return stranger.as(admin.access());
  }

  private void killEverything() throws IOException {
    long database =
        Long.parseLong(Files.readAllLines(data.resolve("database/postmaster.pid")).get(0).strip());
    List<ProcessHandle> all = product.handle().descendants().toList();
    product.handle().destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    ProcessHandle.of(database).ifPresent(ProcessHandle::destroyForcibly);
    product.awaitExit(Duration.ofSeconds(10));
  }
}
