package tracker.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tracker.harness.Answer;
import tracker.harness.Command;
import tracker.harness.Gateway;
import tracker.harness.People;
import tracker.harness.Product;
import tracker.harness.Rest;
import tracker.harness.Waiting;

/**
 * {@code make test-ops}: two nodes on one database behind nginx, below a path of their own. What is
 * killed last comes last.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GatewayTrial {
  private static final String ROOT = Pair.ROOT;
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration AWAY = Duration.ofSeconds(60);
  private static Pair pair;
  private static Gateway gateway;
  private static Rest rest;

  @BeforeAll
  static void start() throws Exception {
    pair = new Pair("gateway");
    gateway = pair.gateway();
    rest = pair.rest();
  }

  @AfterAll
  static void stop() throws IOException {
    pair.close();
  }

  @Test
  @Order(1)
  void a_person_registers_works_and_uploads_through_it() {
    Map<String, String> anna =
        Map.of("email", "anna@there.example", "password", "linen 4471 basket", "name", "Anna");
    rest.post("/api/auth/register", anna).is(201);
    Rest hers = rest.as(People.login(rest, "anna@there.example", "linen 4471 basket").access());
    hers.get("/auth/me").is(200);
    hers.post("/api/projects", Map.of("key", "GATE", "name", "Gate")).is(201);
    Answer task = hers.post("/api/tasks", Map.of("title", "Through", "project", "GATE")).is(201);
    String key = task.field("key");
    assertTrue(task.header("Location").endsWith(ROOT + "/api/tasks/" + task.field("id")));
    String file =
        hers.upload(
                "/api/tasks/" + key + "/attachments",
                "a.txt",
                "Hello".getBytes(StandardCharsets.UTF_8))
            .is(201)
            .field("id");
    assertEquals("Hello", hers.get("/uploads/" + file).is(200).text());
    for (String path : List.of("/docs", "/openapi", "/login", "/health", "/healthz", "/live")) {
      rest.get(path).is(200);
    }
    assertTrue(rest.get("/login").is(200).text().contains("href=\"" + ROOT + "/register\""));
    assertEquals(ROOT + "/", Rest.at(gateway.url()).get("/").is(302).header("Location"));
  }

  @Test
  @Order(2)
  void what_is_for_operators_stays_inside() {
    rest.get("/metrics").refuses(404, "NOT_FOUND");
    for (String path : List.of("/health", "/health/ready", "/ready", "/tasks/healthz")) {
      assertEquals("{\"status\":\"UP\"}", rest.get(path).is(200).text());
    }
    Rest.at(gateway.url()).get("/_health").refuses(404, "NOT_FOUND");
    Rest.at(gateway.url()).get("/_said/up.json").refuses(404, "NOT_FOUND");
  }

  @Test
  @Order(3)
  void its_own_refusals_have_the_one_shape_and_people_get_a_page_in_their_language() {
    byte[] large = new byte[3 << 20];
    Answer refused = pair.admin().upload("/api/tasks/GATE-1/attachments", "a.bin", large);
    refused.refuses(413, "BODY_TOO_LARGE");
    rest.get("/api/tasks?q=" + "a".repeat(20_000)).refuses(414, "URI_TOO_LONG");
    rest.with("X-Long", "a".repeat(20_000)).get("/api/tasks").refuses(431, "HEADERS_TOO_LARGE");
    Rest outside = Rest.at(gateway.url());
    outside.get("/elsewhere").refuses(404, "NOT_FOUND");
    Answer page =
        outside
            .with("Accept", "text/html,*/*")
            .with("Accept-Language", "ru-RU,ru;q=0.9")
            .get("/elsewhere")
            .is(404);
    assertTrue(page.text().contains("<html lang=\"ru\">"), page::text);
    assertTrue(page.text().contains("Здесь ничего нет."), page::text);
    assertTrue(page.header("Content-Type").startsWith("text/html"), page::toString);
  }

  @Test
  @Order(4)
  void each_answer_carries_the_headers_that_keep_browsers_safe_and_names_no_version() {
    for (Answer answer :
        List.of(
            rest.get("/login"),
            rest.get("/api/tasks"),
            rest.get("/metrics"),
            Rest.at(gateway.url()).get("/elsewhere"))) {
      assertEquals("nosniff", answer.header("X-Content-Type-Options"), answer::toString);
      assertEquals("DENY", answer.header("X-Frame-Options"), answer::toString);
      assertTrue(
          answer.header("Content-Security-Policy").contains("frame-ancestors 'none'"),
          answer::toString);
      assertFalse(answer.header("Referrer-Policy").isEmpty(), answer::toString);
      assertEquals("nginx", answer.header("Server"));
    }
  }

  @Test
  @Order(5)
  void the_61st_task_of_a_minute_is_refused_whatever_address_is_claimed() {
    Rest admin = pair.admin();
    admin.post("/api/projects", Map.of("key", "MANY", "name", "Many")).is(201);
    int made = 0;
    Answer last = null;
    while (made < 100) {
      // another claimed address each time
      last = admin.post("/api/tasks", Map.of("title", "One " + made, "project", "MANY"));
      if (last.status() != 201) {
        break;
      }
      made++;
    }
    // one was made by Anna from the same address
    assertTrue(made == 60 || made == 59, "Made " + made);
    assertTrue(last != null);
    last.refuses(429, "RATE_LIMITED");
    assertFalse(last.header("Retry-After").isEmpty());
    assertEquals("60", last.header("RateLimit-Limit"));
  }

  @Test
  @Order(6)
  void files_that_cannot_be_used_are_refused_before_nginx_starts() {
    Gateway.check("gateway-check", Map.of("GATEWAY_TLS", "self-signed")).ends(0);
    Gateway.check(
            "gateway-check",
            Map.of("GATEWAY_REAL_IP_FROM", "10.0.0.0/8,192.168.0.1", "DOMAIN", "a.b"))
        .ends(0);
    Gateway.check("gateway-check", Map.of("RATE_LIMIT_ENABLED", "false")).ends(0);
    for (Map.Entry<String, String> bad :
        Map.of(
                "ROOT_PATH", "/a b",
                "GATEWAY_TLS", "on",
                "GATEWAY_pair.nodes()", " ",
                "GATEWAY_REAL_IP_FROM", "nobody/x")
            .entrySet()) {
      Command refused = Gateway.check("gateway-check", Map.of(bad.getKey(), bad.getValue()));
      refused.ends(1);
    }
  }

  @Test
  @Order(6)
  void a_flood_is_stopped_before_it_reaches_a_node() {
    Map<String, String> narrow = Map.of("ROOT_PATH", ROOT, "RATE_LIMIT_PER_MINUTE", "1");
    List<Integer> ports = pair.nodes().stream().map(Product::port).toList();
    try (Gateway shield = Gateway.start("gateway-narrow", ports, narrow)) {
      Rest through = Rest.at(shield.url() + ROOT);
      for (int i = 0; i < 3; i++) {
        through.get("/login").is(200);
      }
      Answer refused = through.get("/api/tasks").is(429);
      refused.refuses(429, "RATE_LIMITED");
      assertEquals("10", refused.header("Retry-After"));
      through.with("Idempotency-Key", "x").post("/api/tags", Map.of()).refuses(429, "RATE_LIMITED");
    }
  }

  @Test
  @Order(7)
  void a_database_that_is_away_for_a_minute_is_told_at_once_and_back_within_five_seconds()
      throws Exception {
    Rest admin = pair.admin();
    pair.stopDatabase();
    long began = System.nanoTime();
    Waiting.until(SOON, () -> rest.get("/ready").status() == 503, () -> "Still ready");
    rest.get("/ready").refuses(503, "UNAVAILABLE");
    int asked = 0;
    while (Duration.ofNanos(System.nanoTime() - began).compareTo(AWAY) < 0) {
      long from = System.nanoTime();
      admin.get("/api/tasks?limit=1").refuses(503, "UNAVAILABLE");
      Duration taken = Duration.ofNanos(System.nanoTime() - from);
      assertTrue(taken.toMillis() < 2500, () -> "It took " + taken);
      asked++;
    }
    assertTrue(asked > 10, "Asked " + asked);
    pair.startDatabase();
    Waiting.until(
        Duration.ofSeconds(5),
        () -> admin.get("/api/tasks?limit=1").status() == 200,
        () -> "Not back: " + admin.get("/api/tasks?limit=1"));
    Waiting.until(SOON, () -> rest.get("/ready").status() == 200, () -> "Not ready");
  }

  @Test
  @Order(8)
  void both_nodes_restarted_one_after_the_other_cost_no_request_and_double_none() {
    Crowd crowd = new Crowd(pair.admin(), "roll");
    for (int i = 0; i < pair.nodes().size(); i++) {
      Product node = pair.nodes().get(i);
      gateway.say("without", "127.0.0.1:" + node.port());
      int before = crowd.made();
      Waiting.until(SOON, () -> crowd.made() > before + 20, () -> "It does not go on: " + crowd);
      pair.restart(i, Product.jar());
      gateway.say("all");
    }
    int before = crowd.made();
    Waiting.until(SOON, () -> crowd.made() > before + 100, () -> "It does not go on: " + crowd);
    crowd.assertAllIsThereOnce();
  }

  @Test
  @Order(9)
  void a_killed_node_costs_no_request_and_doubles_none() {
    Crowd crowd = new Crowd(pair.admin(), "kill");
    Waiting.until(SOON, () -> crowd.made() > 40, () -> "Too slow: " + crowd);
    pair.nodes().get(0).handle().descendants().forEach(ProcessHandle::destroyForcibly);
    pair.nodes().get(0).handle().destroyForcibly();
    int before = crowd.made();
    Waiting.until(SOON, () -> crowd.made() > before + 100, () -> "It does not go on: " + crowd);
    crowd.assertAllIsThereOnce();
  }

  @Test
  @Order(10)
  void without_any_node_programs_and_people_are_told_so() {
    pair.nodes().forEach(Product::close);
    Answer refused = rest.get("/api/tasks");
    refused.refuses(502, "UNAVAILABLE");
    assertEquals("2", refused.header("Retry-After"));
    rest.with("Idempotency-Key", "x").post("/api/tags", Map.of()).refuses(502, "UNAVAILABLE");
    Answer page = rest.with("Accept", "text/html").get("/login").is(502);
    assertTrue(page.text().contains("Gerask does not answer just now."), page::text);
    rest.get("/health").refuses(503, "UNAVAILABLE");
  }
}
