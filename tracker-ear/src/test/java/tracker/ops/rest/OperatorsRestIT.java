package tracker.ops.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.harness.Answer;
import tracker.harness.People;
import tracker.harness.Rest;

/** Health, figures, other origins, headers: what operators and browsers look at. */
class OperatorsRestIT {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health",
        "/health/live",
        "/health/ready",
        "/health/started",
        "/live",
        "/ready",
        "/healthz",
        "/auth/healthz",
        "/tasks/healthz",
        "/notify/healthz",
        "/booking/healthz"
      })
  void each_address_of_health_is_up(String path) {
    Answer answer = Rest.stranger().get(path).is(200);
    assertEquals("UP", answer.field("status"));
    assertFalse(answer.text().contains("jdbc"), answer::toString);
  }

  @Test
  void sign_ins_are_counted_under_their_exact_names() {
    double before = figure("auth_logins_total{status=\"failure\"}");
    double good = figure("auth_logins_total{status=\"success\"}");
    double opened = figure("auth_registrations_total");
    People.Person person = People.newcomer();
    Rest.stranger()
        .post("/api/auth/login", Map.of("email", person.email(), "password", "not the right one"))
        .is(401);
    assertTrue(figure("auth_logins_total{status=\"failure\"}") > before);
    assertTrue(figure("auth_logins_total{status=\"success\"}") > good);
    assertTrue(figure("auth_registrations_total") > opened);
  }

  @Test
  void requests_are_counted_by_the_template_of_their_route() {
    People.named("Anna Weber").rest().get("/tasks/NOPE-1").is(404);
    String line =
        "tracker_http_request_seconds_count{method=\"GET\",route=\"/tasks/{id}\",status=\"404\"}";
    assertTrue(figure(line) > 0);
    assertFalse(metrics().contains("NOPE-1"));
    assertTrue(figure("tracker_db_connections_used") >= 0);
    assertTrue(figure("process_open_fds") > 0);
  }

  @Test
  void jobs_that_wait_and_that_died_are_counted() {
    assertTrue(figure("tracker_jobs_waiting") >= 0);
    assertTrue(figure("tracker_jobs_dead") >= 0);
    assertTrue(figure("tracker_jobs_oldest_seconds") >= 0);
  }

  @Test
  void only_named_origins_may_call_from_their_pages() {
    Rest page = Rest.stranger().with("Origin", "http://localhost");
    Answer preflight =
        page.with("Access-Control-Request-Method", "POST").send("OPTIONS", "/tasks", null).is(204);
    assertEquals("http://localhost", preflight.header("Access-Control-Allow-Origin"));
    assertTrue(preflight.header("Access-Control-Allow-Headers").contains("Idempotency-Key"));
    Answer other = Rest.stranger().with("Origin", "http://evil.example").get("/api/tasks").is(401);
    assertTrue(other.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/tasks", "/nothing", "/login", "/health", "/metrics", "/docs"})
  void each_answer_carries_the_headers_that_guard_it(String path) {
    Answer answer = Rest.stranger().get(path);
    assertEquals("nosniff", answer.header("X-Content-Type-Options"));
    assertFalse(answer.header("Referrer-Policy").isBlank());
    assertFalse(answer.header("X-Request-Id").isBlank());
    assertFalse(answer.headers().firstValue("Server").orElse("").contains("Payara"));
    assertTrue(answer.headers().firstValue("X-Powered-By").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/tasks", "/login", "/board", "/health"})
  void behind_a_trusted_proxy_that_took_https_browsers_are_told_to_stay_with_it(String path) {
    String header = "Strict-Transport-Security";
    Rest behind = Rest.stranger().with("X-Forwarded-Proto", "https");
    assertEquals("max-age=31536000", behind.get(path).header(header));
    assertTrue(Rest.stranger().get(path).headers().firstValue(header).isEmpty());
  }

  private static double figure(String sample) {
    return metrics()
        .lines()
        .filter(line -> line.startsWith(sample + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(sample + " is missing in\n" + metrics()));
  }

  private static String metrics() {
    return Rest.stranger().get("/metrics").is(200).text();
  }
}
