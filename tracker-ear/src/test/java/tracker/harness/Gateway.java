package tracker.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** nginx with the files of docker/nginx, as a process, in front of copies of the product. */
public final class Gateway implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(20);
  private final Process process;
  private final int port;
  private final Path directory;
  private final Map<String, String> settings;

  private Gateway(Process process, int port, Path directory, Map<String, String> settings) {
    this.process = process;
    this.port = port;
    this.directory = directory;
    this.settings = settings;
  }

  /** Starts one in front of these ports. */
  public static Gateway start(String name, List<Integer> nodes, Map<String, String> settings) {
    int port = Ports.free();
    Path directory = Product.fresh(name);
    try {
      Files.createDirectories(directory);
      Path log = directory.resolve("log");
      Map<String, String> all = settings(port, nodes, directory, settings);
      Process process =
          builder(directory, all, "run")
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      Waiting.until(
          SOON,
          () -> !process.isAlive() || Files.exists(directory.resolve("nginx.pid")),
          () -> "nginx does not start: " + read(log));
      if (!process.isAlive()) {
        throw new AssertionError(read(log));
      }
      return new Gateway(process, port, directory, all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether nginx takes the files that these settings make; what it or the script said. */
  public static Command check(String name, Map<String, String> settings) {
    Path directory = Product.fresh(name);
    try {
      Files.createDirectories(directory);
      return said(directory, settings(8080, List.of(9, 10), directory, settings), "check");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves a node out, or takes all in again: {@code without host:port}, {@code all}. */
  public void say(String... words) {
    try {
      said(directory, settings, words).ends(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Command said(Path directory, Map<String, String> settings, String... words)
      throws IOException {
    Path log = directory.resolve("words.log");
    Process process =
        builder(directory, settings, words)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(List.of(words) + " hangs");
      }
      return new Command(process.exitValue(), read(log));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> settings(
      int port, List<Integer> nodes, Path directory, Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("GATEWAY_DIR", directory.toString());
    all.put("GATEWAY_HTTP_PORT", Integer.toString(port));
    all.put("GATEWAY_ACCESS_LOG", directory.resolve("access.log").toString());
    all.put(
        "GATEWAY_NODES",
        nodes.stream().map(node -> "127.0.0.1:" + node).collect(Collectors.joining(" ")));
    all.put("GATEWAY_NGINX", Program.path("nginx"));
    all.putAll(more);
    return all;
  }

  private static ProcessBuilder builder(
      Path directory, Map<String, String> settings, String... words) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("sh", Program.root().resolve("docker/nginx/start.sh").toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(directory.toFile());
    builder.environment().putAll(settings);
    return builder;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroy();
    Waiting.until(SOON, () -> !process.isAlive(), () -> "nginx does not end");
  }
}
