package tracker.launch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tracker.harness.Command;
import tracker.harness.People;
import tracker.harness.Pooler;
import tracker.harness.Product;
import tracker.harness.Rest;
import tracker.harness.Waiting;

/** {@code make test-ops}: PgBouncer by transactions between the product and its database. */
class PoolerTrial {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final int SESSIONS = 16;
  private static final String PASSWORD = "linen \"basket\" 4471";
  private final Path data = Product.fresh("pooled");

  @Test
  void many_calls_share_few_sessions_and_what_needs_one_of_its_own_goes_past_it() throws Exception {
    Path cluster = Product.fresh("pooled-database");
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(cluster)
            .setLocaleConfig("locale", "C.UTF-8")
            .start()) {
      change(postgres, "create role gerask login createdb password '" + PASSWORD + "'");
      change(postgres, "create database gerask owner gerask");
      Map<String, String> settings = new HashMap<>();
      settings.put("DB_HOST", "127.0.0.1");
      settings.put("DB_PORT", Integer.toString(postgres.getPort()));
      settings.put("DB_PASSWORD", PASSWORD);
      Map<String, String> few = new HashMap<>(settings);
      few.put("POOLER_SESSIONS", Integer.toString(SESSIONS));
      try (Pooler pooler = new Pooler("pooler", few)) {
        settings.put("DB_POOLER", pooler.address());
        try (Product product = Product.start(data, settings).awaitReady()) {
          Rest any = Rest.of(product);
          Rest admin =
              any.as(People.login(any, Product.ADMIN_EMAIL, Product.ADMIN_PASSWORD).access());
          worksAndShares(postgres, admin);
          hearsTheDatabase(any);
          doesJobs(admin);
          settings.put("DATA_DIR", data.toString());
          Command.run(LONGEST, settings, "backup").ends(0);
          Command.run(LONGEST, settings, "restore-drill").ends(0);
          pooler.close();
          admin.get("/api/tasks?limit=1").refuses(503, "UNAVAILABLE");
          any.get("/live").is(200);
        }
      }
    }
  }

  private static void worksAndShares(EmbeddedPostgres postgres, Rest admin) throws Exception {
    Crowd crowd = new Crowd(admin, "pooled");
    long most = 0;
    while (crowd.made() < 100) {
      int before = crowd.made();
      Waiting.until(SOON, () -> crowd.made() > before + 5, () -> "It does not go on: " + crowd);
      most = Math.max(most, sessions(postgres));
    }
    crowd.assertAllIsThereOnce();
    assertTrue(most > 0 && most <= SESSIONS, "At most " + most + " sessions");
  }

  private static void hearsTheDatabase(Rest any) {
    String heard = "tracker_feed_listening 1";
    Waiting.until(
        SOON,
        () -> any.get("/metrics").text().lines().anyMatch(line -> line.startsWith(heard)),
        () -> "It does not listen");
  }

  private static void doesJobs(Rest admin) {
    Map<String, String> letter = Map.of("to", "a@there.example", "subject", "A", "body", "B");
    String id = admin.post("/notify/email", letter).is(202).field("id");
    Waiting.until(
        SOON,
        () -> admin.get("/notify/jobs/" + id).field("status").equals("ok"),
        () -> "It was not sent: " + admin.get("/notify/jobs/" + id));
  }

  /** Those of the pooler: what goes past it has a name of its own. */
  private static long sessions(EmbeddedPostgres postgres) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where usename = 'gerask'"
                    + " and application_name not like 'gerask %'")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void change(EmbeddedPostgres postgres, String sql)
      throws SQLException, IOException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
