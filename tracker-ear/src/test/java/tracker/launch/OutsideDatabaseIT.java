package tracker.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Ports;
import tracker.harness.Product;
import tracker.harness.Rest;
import tracker.harness.Waiting;

/** On a database of the operator's, below a path of its own. */
@Isolated("takes a database away and waits for its copy of the product")
class OutsideDatabaseIT {
  private static final String ROOT = "/apps/tracker";
  private static final Duration SOON = Duration.ofSeconds(30);
  private final Path database = Product.fresh("outside-database");
  private final Path data = Product.fresh("outside");
  private final int port = Ports.free();

  @Test
  void it_says_when_the_database_is_away_and_goes_on_when_it_is_back() throws Exception {
    EmbeddedPostgres outside = postgres();
    try (Connection connection = outside.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create role gerask login password 'linen basket 4471'");
      statement.execute("create database gerask owner gerask");
    }
    Map<String, String> settings =
        Map.of(
            "DATABASE_URL",
            "postgresql://gerask:linen%20basket%204471@127.0.0.1:" + port + "/gerask",
            "ROOT_PATH",
            ROOT);
    try (Product product = Product.start(data, settings)) {
      product.awaitReady();
      assertTrue(
          product.log().contains("Gerask is ready at http://localhost:" + product.port() + ROOT),
          product::log);
      assertFalse(Files.exists(data.resolve("database")), "No database of its own");
      Rest rest = Rest.of(product).under(ROOT);
      Person admin = People.login(rest, Product.ADMIN_EMAIL, Product.ADMIN_PASSWORD);
      Rest signedIn = rest.as(admin.access());
      String task = signedIn.post("/api/tasks", Map.of("title", "Outlives it")).is(201).field("id");
      String page = rest.get("/login").is(200).text();
      assertTrue(page.contains("href=\"" + ROOT + "/register\""), page);
      assertEquals(ROOT + "/login", rest.get("/").is(303).header("Location"));

      outside.close();
      await(rest, 503);
      rest.get("/health/live").is(200);
      signedIn.get("/api/tasks/" + task).refuses(503, "UNAVAILABLE");

      outside = postgres();
      await(rest, 200);
      // a connection of before may still be given once
      Waiting.until(
          BACK,
          () -> signedIn.get("/api/tasks/" + task).status() == 200,
          () -> signedIn.get("/api/tasks/" + task).text());
    } finally {
      outside.close();
    }
  }

  /** How soon after its return the first call has to be answered. */
  private static final Duration BACK = Duration.ofSeconds(5);

  private static void await(Rest rest, int status) {
    Waiting.until(
        SOON,
        () -> rest.get("/health/ready").status() == status,
        () -> "/health/ready is not " + status + " but " + rest.get("/health/ready"));
  }

  private EmbeddedPostgres postgres() throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(database)
        .setCleanDataDirectory(false)
        .setLocaleConfig("locale", "C.UTF-8")
        .start();
  }
}
