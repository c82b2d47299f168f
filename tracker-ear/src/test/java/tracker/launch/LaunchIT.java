package tracker.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tracker.harness.People;
import tracker.harness.Ports;
import tracker.harness.Product;
import tracker.harness.Rest;
import tracker.harness.Waiting;

/** What the launcher refuses, and that it comes back from being killed. */
@Isolated("starts and stops copies of the product within limits of time")
class LaunchIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TRACKER_SPEED | fast | TRACKER_SPEED is unknown",
        "JWT_ALGORITHM | HS256 | JWT_ALGORITHM must be RS256",
        "RATE_LIMIT_PER_MINUTE | many | RATE_LIMIT_PER_MINUTE must be a whole number",
        "ROLE | boss | ROLE must be all, web or worker",
        "CLAMD_ADDRESS | 3310 | CLAMD_ADDRESS must be host:port",
        "S3_ENDPOINT | minio:9000 | S3_ENDPOINT must be an http or https address",
        "S3_BUCKET | files | S3_BUCKET needs S3_ACCESS_KEY",
        "DEBUG | maybe | DEBUG must be true or false",
        "ROOT_PATH | /a b | ROOT_PATH must be a path",
        "DATABASE_URL | mysql://db/gerask | DATABASE_URL must look like",
        "DATABASE_URL | postgresql://gerask:change-me@127.0.0.1:9/gerask | a secret of your own",
        "DATABASE_URL | postgresql://gerask@127.0.0.1:9/gerask | a secret of your own",
      })
  void a_setting_that_cannot_be_used_stops_the_start(String name, String value, String sentence) {
    assertRefused(Product.start(Product.fresh("refused"), Map.of(name, value)), sentence);
  }

  @Test
  void an_unreachable_database_stops_the_start() {
    String url = "postgresql://gerask:a-word-of-our-own@127.0.0.1:" + Ports.free() + "/gerask";
    assertRefused(
        Product.start(Product.fresh("unreachable"), Map.of("DATABASE_URL", url)),
        "cannot be reached");
  }

  @Test
  void a_taken_port_stops_the_start() throws IOException {
    try (ServerSocket taken = new ServerSocket(Ports.free(), 1, InetAddress.getByName("0.0.0.0"))) {
      int port = taken.getLocalPort();
      assertRefused(
          Product.start(Product.fresh("port"), Map.of("PORT", Integer.toString(port))),
          "Port " + port + " is taken");
    }
  }

  @Test
  void a_data_directory_in_use_stops_the_start() {
    Path data = Product.shared().data();
    assertRefused(Product.start(data, Map.of()), "is in use by another Gerask");
  }

  @Test
  void a_killed_launcher_takes_the_server_along_and_the_next_start_recovers() {
    Path data = Product.fresh("killed");
    Map<String, String> demo = Map.of("DEMO_DATA", "true");
    Product first = Product.start(data, demo).awaitReady();
    List<ProcessHandle> servers = first.handle().children().toList();
    assertEquals(1, servers.size());
    first.handle().destroyForcibly();
    Waiting.until(SOON, () -> !servers.get(0).isAlive(), () -> "The server outlives its launcher");
    try (Product second =
        Product.start(data, Map.of("PORT", Integer.toString(first.port()), "DEMO_DATA", "true"))
            .awaitReady()) {
      Rest any = Rest.of(second);
      Rest admin = any.as(People.login(any, Product.ADMIN_EMAIL, Product.ADMIN_PASSWORD).access());
      assertEquals("DEMO", admin.get("/api/projects").at("/items/0/key").asText());
      assertEquals(
          13, admin.get("/api/tasks").at("/total").asInt(), "The demo is loaded once, not again");
      assertEquals(3, admin.get("/api/hotels").at("/total").asInt());
      assertEquals(24, admin.get("/api/rooms").at("/total").asInt());
      assertMailIsLogged(second, admin);
      second.handle().destroy();
      assertEquals(0, second.awaitExit(Duration.ofSeconds(30)));
    }
    assertEquals(2, ready(first.log()));
    assertFalse(first.log().contains("Exception"), "No stack trace on the way");
  }

  private static void assertMailIsLogged(Product product, Rest rest) {
    Map<String, String> letter =
        Map.of("to", "reader@there.example", "subject", "For reader@there.example", "body", "x");
    String id = rest.post("/notify/email", letter).is(202).field("id");
    Waiting.until(
        SOON,
        () -> rest.get("/notify/jobs/" + id).field("status").equals("ok"),
        () -> "Without a mail server it is not logged");
    String line =
        product.log().lines().filter(one -> one.contains("emulated")).findFirst().orElseThrow();
    assertTrue(line.contains("For …"), line);
    assertFalse(line.contains("there.example"), line);
  }

  private static long ready(String log) {
    return log.lines().filter(line -> line.startsWith("Gerask is ready at ")).count();
  }

  private static void assertRefused(Product product, String sentence) {
    try (product) {
      assertEquals(1, product.awaitExit(SOON));
      List<String> said =
          product.log().lines().filter(line -> line.contains(sentence.strip())).toList();
      assertEquals(1, said.size(), product::log);
      assertTrue(said.get(0).endsWith("."), product::log);
      assertFalse(product.log().contains("\tat "), "No stack trace");
    }
  }
}
