package tracker.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/**
 * The PostgreSQL that Gerask brings along. It lives in the data directory, listens on 127.0.0.1
 * only and outlives a killed launcher; the next start then stops it and starts it again.
 */
final class Postgres {
  private static final String NAME = "gerask";
  private static final int FIRST_PORT = 20_000;
  private static final int PORTS = 12_000;

  private final PostgresTools tools;
  private final Path cluster;
  private final Path part;
  private final Path secret;
  private final Path log;
  private String password = "";
  private int port;
  private volatile boolean stopping;

  private Postgres(DataDir data, PostgresTools tools) {
    this.tools = tools;
    this.cluster = data.path("database");
    this.part = data.path("database-part");
    this.secret = data.path("database.password");
    this.log = data.path("logs/postgresql.log");
  }

  /** Nothing runs yet; the programs are there. */
  static Postgres in(DataDir data) {
    return new Postgres(data, PostgresTools.unpack(data));
  }

  /** The address of the one that another Gerask runs in this directory. */
  static DatabaseAddress running(DataDir data) {
    try {
      String port = Files.readAllLines(data.path("database/postmaster.pid")).get(3).strip();
      String password = Files.readString(data.path("database.password")).strip();
      return DatabaseAddress.local(Integer.parseInt(port), NAME, NAME, password);
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      throw new Refusal("The database in " + data.path() + " does not run yet: ask again.");
    }
  }

  /** Makes the cluster where there is none and starts it. */
  void start() {
    try {
      if (!Files.exists(secret)) {
        if (Files.exists(cluster)) {
          throw new Refusal("The database's password file " + secret + " is missing.");
        }
        DataDir.writeSecret(secret, List.of(random()));
      }
      password = Files.readString(secret).strip();
      if (!Files.exists(cluster)) {
        make();
      }
      clearTheWay();
      launch(true);
      makeDatabase();
    } catch (IOException e) {
      throw new Refusal("The database in " + cluster + " cannot be started: " + e + ".");
    }
  }

  private static String random() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private void make() throws IOException {
    DataDir.remove(part);
    int code =
        tools.run(
            log,
            120,
            "initdb",
            "--pgdata=" + part,
            "--username=postgres",
            "--pwfile=" + secret,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8");
    if (code != 0) {
      throw new Refusal("The database cannot be created; " + log + " says why.");
    }
    Files.move(part, cluster, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Ends a server that a killed launcher left behind. */
  private void clearTheWay() throws IOException {
    Path pid = cluster.resolve("postmaster.pid");
    if (!Files.exists(pid) && tools.running().isEmpty()) {
      return;
    }
    if (!tools.running().isEmpty()) {
      tools.run(log, 20, "pg_ctl", "stop", "--pgdata=" + cluster, "-m", "fast", "-t", "15");
      // without their postmaster the helpers end by themselves
      if (!Wait.until(Duration.ofSeconds(10), () -> tools.running().isEmpty())) {
        tools.running().forEach(ProcessHandle::destroyForcibly);
        Wait.until(Duration.ofSeconds(5), () -> tools.running().isEmpty());
      }
    }
    // its number may belong to a stranger now; nothing of ours uses the cluster any more
    Files.deleteIfExists(pid);
  }

  private void launch(boolean anyPort) throws IOException {
    for (int tries = 0; tries < 5 && !stopping; tries++) {
      if (anyPort) {
        port = freePort();
      }
      Files.writeString(cluster.resolve("postgresql.conf"), configuration());
      int code =
          tools.run(
              log,
              120,
              "pg_ctl",
              "start",
              "--pgdata=" + cluster,
              "-w",
              "-t",
              "100",
              "-s",
              "-l",
              log.toString());
      if (code == 0) {
        return;
      }
    }
    throw new Refusal("The database cannot be started; " + log + " says why.");
  }

  private String configuration() {
    return String.join(
        "\n",
        "# written by Gerask at each start",
        "listen_addresses = '127.0.0.1'",
        "port = " + port,
        "unix_socket_directories = ''",
        "max_connections = 100",
        "password_encryption = 'scram-sha-256'",
        "fsync = on",
        "synchronous_commit = on",
        "full_page_writes = on",
        "shared_buffers = '128MB'",
        "max_wal_size = '512MB'",
        "random_page_cost = 1.1",
        "jit = off",
        "timezone = 'UTC'",
        "log_timezone = 'UTC'",
        "log_line_prefix = '%m [%p] '",
        "lc_messages = 'C'",
        "default_text_search_config = 'pg_catalog.simple'",
        "");
  }

  private static int freePort() throws IOException {
    SecureRandom dice = new SecureRandom();
    for (int tries = 0; tries < 200; tries++) {
      int candidate = FIRST_PORT + dice.nextInt(PORTS);
      try (ServerSocket free = new ServerSocket()) {
        free.bind(new java.net.InetSocketAddress(InetAddress.getByName("127.0.0.1"), candidate));
        return candidate;
      } catch (IOException e) {
        // taken: another one
      }
    }
    throw new IOException("no free port from " + FIRST_PORT);
  }

  private void makeDatabase() {
    DatabaseAddress owner = DatabaseAddress.local(port, "postgres", "postgres", password);
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      if (!any(statement, "select 1 from pg_roles where rolname = '" + NAME + "'")) {
        statement.execute("create role " + NAME + " login password '" + password + "'");
      }
      // a restore for trial needs a database of its own
      statement.execute("alter role " + NAME + " createdb");
      if (!any(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
        statement.execute("create database " + NAME + " owner " + NAME);
      }
    } catch (SQLException e) {
      throw new Refusal("The database cannot be prepared: " + DatabaseAddress.said(e) + ".");
    }
  }

  private static boolean any(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      return rows.next();
    }
  }

  DatabaseAddress address() {
    return DatabaseAddress.local(port, NAME, NAME, password);
  }

  /** Starts it again, on the same port, when somebody ended it; asked about twice a second. */
  void reviveIfDead() {
    if (stopping || !tools.running().isEmpty()) {
      return;
    }
    try {
      clearTheWay();
      if (!stopping) {
        launch(false);
      }
    } catch (IOException | Refusal e) {
      // asked again in a moment
    }
  }

  /** A fast stop: open transactions are rolled back, everything acknowledged is on disk. */
  void stop() {
    stopping = true;
    if (tools.running().isEmpty()) {
      return;
    }
    try {
      tools.run(log, 9, "pg_ctl", "stop", "--pgdata=" + cluster, "-m", "fast", "-t", "8", "-s");
    } catch (IOException e) {
      // nothing left to do: the next start recovers
    }
  }
}
