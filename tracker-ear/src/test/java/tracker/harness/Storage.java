package tracker.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** S3-compatible storage (s3mock), as a process of its own. */
public final class Storage implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Pattern KEY = Pattern.compile("<Key>(.*?)</Key>");
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI endpoint;
  private final Process process;

  /** Starts one with a first bucket. */
  public Storage(String bucket) {
    int port = Ports.free();
    this.endpoint = URI.create("http://127.0.0.1:" + port);
    Path log = Product.target().resolve("s3mock-" + bucket + ".log");
    try {
      this.process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  Files.readString(Product.target().resolve("s3mock.classpath")),
                  "com.adobe.testing.s3mock.S3MockApplication",
                  "--com.adobe.testing.s3mock.httpPort=" + port,
                  "--server.port=" + Ports.free())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Waiting.until(START, () -> make(bucket), () -> "The storage does not start, see " + log);
  }

  public URI endpoint() {
    return endpoint;
  }

  /** Makes a bucket; whether somebody answered. */
  public boolean make(String bucket) {
    try {
      return ask("PUT", "/" + bucket, "").status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** What lies in a bucket. */
  public List<String> keys(String bucket) {
    String page = ask("GET", "/" + bucket + "?list-type=2&max-keys=1000", "").text();
    return KEY.matcher(page).results().map((MatchResult one) -> one.group(1)).sorted().toList();
  }

  /** Puts something else in the place of what lies there. */
  public void alter(String bucket, String key, String content) {
    ask("PUT", "/" + bucket + "/" + key, content);
  }

  private record Said(int status, String text) {}

  private Said ask(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.resolve(path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      var answer = client.send(request, BodyHandlers.ofString());
      return new Said(answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
