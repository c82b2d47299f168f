package tracker.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files in an S3-compatible bucket, by four calls of its REST interface (docs.aws.amazon.com,
 * AmazonS3/latest/API): PutObject, GetObject, DeleteObject, ListObjectsV2.
 */
final class Bucket implements Store {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofMinutes(5);
  private static final Pattern ENTRY =
      Pattern.compile(
          "<Contents>.*?<Key>(.*?)</Key>.*?<LastModified>(.*?)</LastModified>.*?</Contents>",
          Pattern.DOTALL);
  private static final Pattern NEXT =
      Pattern.compile("<NextContinuationToken>(.*?)</NextContinuationToken>");

  private final AttachmentSettings.S3 settings;
  private final Signature signature;
  private final Supplier<Instant> clock;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(CONNECT).version(HttpClient.Version.HTTP_1_1).build();

  Bucket(AttachmentSettings.S3 settings, Supplier<Instant> clock) {
    this.settings = settings;
    this.clock = clock;
    this.signature = new Signature(settings.region(), settings.accessKey(), settings.secretKey());
  }

  @Override
  public void keep(String name, Path file) {
    try {
      send("PUT", name, "", Map.of(), BodyPublishers.ofFile(file), Set.of(200)).body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public InputStream open(String name, long from) throws IOException {
    Map<String, String> range = from == 0 ? Map.of() : Map.of("Range", "bytes=" + from + "-");
    return send("GET", name, "", range, BodyPublishers.noBody(), Set.of(200, 206)).body();
  }

  @Override
  public void remove(String name) {
    try {
      send("DELETE", name, "", Map.of(), BodyPublishers.noBody(), Set.of(200, 204, 404))
          .body()
          .close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void eachBefore(Instant time, Consumer<String> name) {
    String next = "";
    do {
      String page = list(next);
      Matcher entry = ENTRY.matcher(page);
      while (entry.find()) {
        if (Instant.parse(entry.group(2)).isBefore(time)) {
          name.accept(entry.group(1));
        }
      }
      Matcher token = NEXT.matcher(page);
      next = token.find() ? "continuation-token=" + Signature.encoded(token.group(1)) + "&" : "";
    } while (!next.isEmpty());
  }

  private String list(String token) {
    String query = token + "list-type=2";
    try (InputStream body =
        send("GET", "", query, Map.of(), BodyPublishers.noBody(), Set.of(200)).body()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<InputStream> send(
      String method,
      String name,
      String query,
      Map<String, String> headers,
      BodyPublisher body,
      Set<Integer> good)
      throws IOException {
    String path = "/" + settings.bucket() + (name.isEmpty() ? "" : "/" + name);
    URI uri = URI.create(settings.endpoint() + path + (query.isEmpty() ? "" : "?" + query));
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(ANSWER).method(method, body);
    headers.forEach(request::header);
    signature.of(method, uri, clock.get()).forEach(request::header);
    HttpResponse<InputStream> answer;
    try {
      answer = http.send(request.build(), BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while the bucket was asked");
    }
    if (!good.contains(answer.statusCode())) {
      try (InputStream words = answer.body()) {
        String said = new String(words.readNBytes(500), StandardCharsets.UTF_8);
        throw new IOException(
            "The bucket %s answers %d to %s: %s"
                .formatted(settings, answer.statusCode(), method, said));
      }
    }
    return answer;
  }
}
