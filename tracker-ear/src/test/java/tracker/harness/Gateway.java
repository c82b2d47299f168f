package tracker.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

  private Gateway(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts one in front of these ports. */
  public static Gateway start(String name, List<Integer> nodes, Map<String, String> settings) {
    int port = Ports.free();
    Path directory = Product.fresh(name);
    try {
      Files.createDirectories(directory);
      Path log = directory.resolve("log");
      Process process =
          builder("run", directory, settings(port, nodes, directory, settings))
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
      return new Gateway(process, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether nginx takes the files that these settings make; what it or the script said. */
  public static Command check(String name, Map<String, String> settings) {
    Path directory = Product.fresh(name);
    try {
      Files.createDirectories(directory);
      Path log = directory.resolve("log");
      Process process =
          builder("check", directory, settings(8080, List.of(9, 10), directory, settings))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (!process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("The check hangs");
      }
      return new Command(process.exitValue(), read(log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
    all.put("GATEWAY_NGINX", nginx());
    all.putAll(more);
    return all;
  }

  private static ProcessBuilder builder(String word, Path directory, Map<String, String> settings) {
    Path script = root().resolve("docker/nginx/start.sh");
    ProcessBuilder builder = new ProcessBuilder("sh", script.toString(), word);
    builder.directory(directory.toFile());
    builder.environment().putAll(settings);
    return builder;
  }

  private static String nginx() {
    try {
      Path output = Files.createTempFile(Product.target(), "nginx", ".path");
      int code =
          new ProcessBuilder(
                  "sh",
                  root().resolve("docker/test/nginx.sh").toString(),
                  Product.target().resolve("nginx").toString())
              .redirectOutput(output.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor();
      String path = Files.readString(output).strip();
      Files.delete(output);
      if (code != 0) {
        throw new IllegalStateException("There is no nginx");
      }
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Path root() {
    return Product.target().resolve("../..").normalize();
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
