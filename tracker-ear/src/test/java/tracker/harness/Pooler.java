package tracker.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** PgBouncer with the files of docker/pgbouncer, as a process, in front of a database. */
public final class Pooler implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(20);
  private final Process process;
  private final Path log;
  private final int port;

  /**
   * Starts one.
   *
   * @param settings where the database is: DB_PORT, DB_PASSWORD, and what start.sh reads else
   */
  public Pooler(String name, Map<String, String> settings) {
    Path directory = Product.fresh(name);
    this.port = Ports.free();
    this.log = directory.resolve("log");
    try {
      Files.createDirectories(directory);
      ProcessBuilder builder =
          new ProcessBuilder(
              "sh", Program.root().resolve("docker/pgbouncer/start.sh").toString(), "run");
      builder.environment().putAll(settings);
      builder.environment().put("POOLER_DIR", directory.resolve("files").toString());
      builder.environment().put("POOLER_PORT", Integer.toString(port));
      builder
          .environment()
          .put("POOLER_PGBOUNCER", Program.path("pgbouncer", "libevent-2.1-7", "libc-ares2"));
      this.process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Waiting.until(
        SOON, () -> !process.isAlive() || said().contains("process up"), () -> "Not up: " + said());
    if (!process.isAlive()) {
      throw new AssertionError(said());
    }
  }

  /** Where it listens, as DB_POOLER names it. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** All that it printed so far. */
  public String said() {
    try {
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    Waiting.until(SOON, () -> !process.isAlive(), () -> "PgBouncer does not end");
  }
}
