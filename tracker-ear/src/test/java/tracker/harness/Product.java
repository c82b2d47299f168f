package tracker.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The built {@code gerask.jar} as a process of its own. {@link #shared()} starts it once for all
 * tests, with its own PostgreSQL in a fresh data directory; {@link #start} gives a test that kills
 * or misconfigures it a copy of its own.
 */
public final class Product implements AutoCloseable {
  public static final String ADMIN_EMAIL = "root@gerask.test";
  public static final String ADMIN_PASSWORD = "seven quiet harbours";

  /** In the names that a run gives, so that another one against the same product finds its own. */
  static final String RUN = Long.toString(ProcessHandle.current().pid(), 36);

  /** Half the processor time of a start goes into code that would be fast an hour later. */
  static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static @Nullable Product shared;
  private static @Nullable Peers peers;
  private static @Nullable RuntimeException refused;

  private final ProcessHandle process;
  private final @Nullable Process child;
  private final Path log;
  private final Path data;
  private final int port;
  // of starts before, in the same log
  private long earlier;

  private Product(ProcessHandle process, @Nullable Process child, Path log, Path data, int port) {
    this.process = process;
    this.child = child;
    this.log = log;
    this.data = data;
    this.port = port;
  }

  /** The one that all REST and browser tests talk to; stopped when the tests end. */
  public static synchronized Product shared() {
    if (refused != null) {
      throw new IllegalStateException("The product did not start before", refused);
    }
    if (shared == null) {
      try {
        Product started = running();
        if (started == null) {
          // people sign in once for a run, however long it takes
          Map<String, String> more = new LinkedHashMap<>(Mailbox.settings());
          more.put("JWT_ACCESS_TOKEN_EXPIRE_MINUTES", "120");
          more.put("WEBHOOK_ALLOWED_TARGETS", Hook.allowed());
          started = start(fresh("it"), more);
          Runtime.getRuntime().addShutdownHook(new Thread(started::close, "stop-product"));
        }
        Product watched = started;
        peers = new Peers(watched::processes);
        shared = started.awaitReady();
      } catch (RuntimeException e) {
        refused = e;
        throw e;
      }
    }
    return shared;
  }

  /** Whom the shared one was connected to since it started. */
  public static synchronized Peers peers() {
    shared();
    Peers watching = peers;
    if (watching == null) {
      throw new IllegalStateException("Nobody watched");
    }
    return watching;
  }

  /** Launcher and server, and its own PostgreSQL, which is nobody's child. */
  private Stream<ProcessHandle> processes() {
    Stream<ProcessHandle> ours = Stream.concat(Stream.of(process), process.descendants());
    try {
      Path file = data.resolve("database/postmaster.pid");
      long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
      return Stream.concat(
          ours,
          ProcessHandle.of(pid).stream()
              .flatMap(one -> Stream.concat(Stream.of(one), one.descendants())));
    } catch (IOException | RuntimeException e) {
      return ours; // it does not run yet, or is being started again
    }
  }

  /**
   * One that runs already, for quick work on a single test: {@code -Dproduct.pid=… -Dproduct.port=…
   * -Dproduct.data=…}, with its output in the file of that name plus {@code .log}.
   */
  private static @Nullable Product running() {
    Long pid = Long.getLong("product.pid");
    if (pid == null) {
      return null;
    }
    Path data = Path.of(System.getProperty("product.data", "")).toAbsolutePath();
    return new Product(
        ProcessHandle.of(pid).orElseThrow(),
        null,
        logOf(data),
        data,
        Integer.getInteger("product.port"));
  }

  private static Path logOf(Path data) {
    return data.resolveSibling(data.getFileName() + ".log");
  }

  /**
   * Starts a copy on this data directory without waiting for it. Settings are those of the shared
   * one unless given.
   */
  public static Product start(Path data, Map<String, String> settings) {
    return start(jar(), data, settings);
  }

  /** The same of another build. */
  public static Product start(Path jar, Path data, Map<String, String> settings) {
    int port = Ports.free();
    Map<String, String> all = new LinkedHashMap<>();
    all.put("PORT", Integer.toString(port));
    all.put("DATA_DIR", data.toString());
    all.put("ADMIN_EMAIL", ADMIN_EMAIL);
    all.put("ADMIN_PASSWORD", ADMIN_PASSWORD);
    all.put("TRUSTED_PROXIES", "127.0.0.1");
    // all tests come from one address
    all.put("RATE_LIMIT_PER_MINUTE", "100000");
    // an archive of classes for the next start would be made for nothing
    all.put("JVM_OPTIONS", "-Xshare:auto " + SHORT_LIVED);
    // no gateway stands before it that would have to hear of a stop
    all.put("STOP_NOTICE_SECONDS", "0");
    all.putAll(settings);
    Path log = logOf(data);
    ProcessBuilder builder =
        new ProcessBuilder(java().toString(), "-jar", jar.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(List.of("PATH", "HOME", "LANG", "TMPDIR", "JAVA_HOME", "USER"));
    environment.putAll(all);
    try {
      Files.createDirectories(data.toAbsolutePath().getParent());
      long before = Files.exists(log) ? readyLines(Files.readString(log)) : 0;
      Process child = builder.start();
      int listens = Integer.parseInt(all.getOrDefault("PORT", "8080"));
      Product product = new Product(child.toHandle(), child, log, data, listens);
      product.earlier = before;
      return product;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An empty data directory under {@code target}, with what an earlier run left there removed. */
  public static Path fresh(String name) {
    Path data = target().resolve(name + "-data");
    try {
      if (Files.exists(data)) {
        try (Stream<Path> old = Files.walk(data)) {
          for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
      Files.deleteIfExists(logOf(data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return data;
  }

  private static long readyLines(String text) {
    return text.lines().filter(line -> line.startsWith("Gerask is ready at ")).count();
  }

  /**
   * Waits for the ready line of this start; fails with the end of the log where the process ends
   * before.
   */
  public Product awaitReady() {
    Waiting.until(
        START,
        () -> {
          if (readyLines(log()) > earlier) {
            return true;
          }
          if (!process.isAlive()) {
            throw new IllegalStateException("The product ended early:\n" + logEnd());
          }
          return false;
        },
        () -> "No ready line within " + START + ":\n" + logEnd());
    return this;
  }

  /** Waits for the end of the process and gives its exit code. */
  public int awaitExit(Duration limit) {
    Waiting.until(limit, () -> !process.isAlive(), () -> "Still running:\n" + logEnd());
    // a handle may see the end a moment before the process of ours does
    return child == null ? 0 : child.onExit().join().exitValue();
  }

  /** Where it listens; the address, not the name, so that there is one family of addresses. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  public Path data() {
    return data;
  }

  public ProcessHandle handle() {
    return process;
  }

  /** All that it printed so far. */
  public String log() {
    try {
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String logEnd() {
    List<String> lines = log().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
  }

  /** Asks it to stop, as Ctrl-C or a service manager does, and waits. */
  public void stop() {
    process.destroy();
    await();
  }

  /** Ends it as soon as may be: its server is killed, and then it stops the database. */
  @Override
  public void close() {
    process.children().forEach(ProcessHandle::destroyForcibly);
    process.destroy();
    await();
  }

  private void await() {
    try {
      awaitExit(STOP);
    } catch (AssertionError e) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** Where this module builds to. */
  public static Path target() {
    Path here = Path.of("").toAbsolutePath();
    return (here.endsWith("tracker-ear") ? here : here.resolve("tracker-ear")).resolve("target");
  }

  /** The one runnable file. */
  public static Path jar() {
    Path jar = target().resolve("gerask.jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is missing; `mvn package` makes it");
    }
    return jar;
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
