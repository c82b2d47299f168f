package tracker.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tracker.harness.Answer;
import tracker.harness.Database;
import tracker.harness.Hook;
import tracker.harness.People;
import tracker.harness.Product;
import tracker.harness.Rest;
import tracker.harness.Waiting;

/** A node that is asked, and nodes that work: one journey, for each start takes its time. */
@Isolated("kills nodes and waits for others to go on")
class RolesIT {
  private static final int MANY = 300;
  private static final int LANES = 30;
  private static final Duration SOON = Duration.ofSeconds(60);
  private final Hook hook = Hook.apart();
  private final Product web =
      Product.start(
          Product.fresh("role-web"),
          Map.of("ROLE", "web", "WEBHOOK_ALLOWED_TARGETS", hook.target()));
  private final Set<String> events = new HashSet<>();
  private final Set<String> got = new HashSet<>();
  private int calls;

  @AfterEach
  void stop() {
    hook.close();
    web.close();
  }

  private void ask(Rest rest, int many) {
    for (int i = 0; i < many; i++) {
      Map<String, Object> call = Map.of("url", hook.url() + i % LANES, "payload", i);
      events.add(rest.post("/api/notify/webhook", call).is(202).field("event_id"));
    }
  }

  private void receiveAll() {
    while (!got.equals(events)) {
      // what a killed one had in hand waits for the end of its lease, which is 30 s
      got.add(hook.next(SOON).header("webhook-id"));
      calls++;
    }
  }

  private Product worker(String name) {
    Map<String, String> settings =
        Map.of(
            "ROLE",
            "worker",
            "DATABASE_URL",
            Database.of(web).forAnotherNode(),
            "WEBHOOK_ALLOWED_TARGETS",
            hook.target());
    return Product.start(Product.fresh(name), settings);
  }

  private static JsonNode check(Product node, String name) {
    for (JsonNode one : Rest.of(node).get("/health").at("/checks")) {
      if (one.path("name").asText().equals(name)) {
        return one;
      }
    }
    throw new AssertionError("No check " + name);
  }

  private static double sent(Product node) {
    return Rest.of(node)
        .get("/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith("jobs_total{type=\"webhook\",result=\"ok\"} "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf("} ") + 2)))
        .sum();
  }

  private long inHand() {
    return Database.of(web)
        .number("select count(*) from notify.job where status = 'queued' and lease_until > now()");
  }

  @Test
  void web_nodes_queue_workers_work_and_none_of_them_is_missed() {
    web.awaitReady();
    Rest stranger = Rest.of(web);
    Rest rest =
        stranger.as(People.login(stranger, Product.ADMIN_EMAIL, Product.ADMIN_PASSWORD).access());
    ask(rest, MANY);
    queueThatStandsShowsInHealth(rest);

    Product one = worker("role-worker-1");
    Product other = worker("role-worker-2");
    try {
      one.awaitReady();
      other.awaitReady();
      receiveAll();
      assertEquals(MANY, calls, "Two nodes never send one message twice");
      Waiting.until(
          SOON, () -> sent(one) + sent(other) == MANY, () -> sent(one) + " and " + sent(other));
      Waiting.until(
          SOON,
          () -> Rest.of(web).get("/health").status() == 200,
          () -> Rest.of(web).get("/health").text());
      Rest.of(one).get("/health/ready").is(200);

      whatAKilledOneHadInHandIsDoneByTheOther(rest, one);
      whatIsStoppedEndsWhatItHasInHand(rest, other);
    } finally {
      Stream.of(one, other).parallel().forEach(Product::close);
    }
  }

  private void queueThatStandsShowsInHealth(Rest rest) {
    assertEquals("UP", check(web, "jobs").path("status").asText());
    Database database = Database.of(web);
    // nothing comes of it: there is no such change
    database.change(
        "insert into job.scheduled (task_name, task_instance, task_data, execution_time, picked,"
            + " version) values ('bulk.change', ?, convert_to(?, 'UTF8'),"
            + " now() - interval '10 minutes', false, 1)",
        UUID.randomUUID().toString(),
        UUID.randomUUID().toString());
    database.change(
        "update notify.job set next_at = now() - interval '10 minutes' where status = 'queued'");
    for (String name : List.of("jobs", "notify")) {
      JsonNode check = check(web, name);
      assertEquals("DOWN", check.path("status").asText(), name);
      assertTrue(check.at("/data/oldest_seconds").asLong() >= 600, check::toString);
    }
    // it is for the operator to look into: the node goes on serving
    Rest.of(web).get("/health/ready").is(200);
    Answer summary = rest.get("/api/admin/jobs/summary").is(200);
    assertTrue(summary.at("/oldest_seconds").asLong() >= 600, summary::text);
    assertTrue(summary.at("/waiting").asLong() > MANY, summary::text);
    assertEquals(0, hook.waiting(), "A web node sends nothing");
  }

  private void whatAKilledOneHadInHandIsDoneByTheOther(Rest rest, Product killed) {
    hook.holds();
    ask(rest, LANES);
    // of one host a node has seven in hand at most, so both work
    Waiting.until(SOON, () -> inHand() >= 8, () -> inHand() + " in hand");
    killed.handle().descendants().forEach(ProcessHandle::destroyForcibly);
    killed.handle().destroyForcibly();
    killed.awaitExit(Duration.ofSeconds(10));
    long from = System.nanoTime();
    hook.opens();
    receiveAll();
    Duration taken = Duration.ofNanos(System.nanoTime() - from);
    assertTrue(taken.compareTo(SOON) < 0, taken::toString);
  }

  private void whatIsStoppedEndsWhatItHasInHand(Rest rest, Product stopped) {
    Waiting.until(SOON, () -> inHand() == 0, () -> inHand() + " in hand");
    Database database = Database.of(web);
    hook.holds();
    ask(rest, LANES);
    Waiting.until(SOON, () -> inHand() >= 4, () -> inHand() + " in hand");
    while (hook.waiting() > 0) {
      hook.next();
    }
    stopped.handle().destroy();
    hook.opens();
    assertEquals(0, stopped.awaitExit(Duration.ofSeconds(30)));
    assertEquals(0, inHand(), "It left nothing half done");
    Set<String> noted =
        new HashSet<>(
            database.column(
                "select event_id from notify.job where status = 'ok' and event_id = any(?::uuid[])",
                "{" + String.join(",", lastAsked()) + "}"));
    Set<String> came = new HashSet<>();
    Set<String> asked = new HashSet<>(lastAsked());
    while (hook.waiting() > 0) {
      String id = hook.next().header("webhook-id");
      // what the killed one had in hand may come a second time only now
      assertTrue(!asked.contains(id) || came.add(id), "Once each");
    }
    assertTrue(came.size() >= 4, came::toString);
    assertEquals(came, noted, "What was delivered is noted as delivered");
  }

  private List<String> lastAsked() {
    return Database.of(web)
        .column("select event_id from notify.job order by created_at desc, id desc limit " + LANES);
  }
}
