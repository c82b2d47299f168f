package tracker.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A REST client that reads like curl. Immutable: each {@code with…} gives another one. Every call
 * comes from an address of its own (X-Forwarded-For through a trusted proxy), so that the limits
 * per address stay switched on without tests meeting in them; {@link #from} pins one.
 */
public final class Rest {
  static {
    // the server ends idle connections after 30 s: who ends them first never writes into a closed
    // one
    System.setProperty("jdk.httpclient.keepalive.timeout", "10");
  }

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private static final AtomicInteger ADDRESS =
      new AtomicInteger((int) ProcessHandle.current().pid() << 8 | 1);

  private final String url;
  private final Map<String, String> headers;

  private Rest(String url, Map<String, String> headers) {
    this.url = url;
    this.headers = headers;
  }

  /** A client of the shared product without a token. */
  public static Rest stranger() {
    return of(Product.shared());
  }

  public static Rest of(Product product) {
    return new Rest(product.url(), Map.of());
  }

  /** What listens at this address, such as a gateway. */
  public static Rest at(String url) {
    return new Rest(url, Map.of());
  }

  /** The same client with a bearer token. */
  public Rest as(String access) {
    return with("Authorization", "Bearer " + access);
  }

  /** The same client from one address for all calls. */
  public Rest from(String address) {
    return with("X-Forwarded-For", address);
  }

  /** An address that no other caller uses. */
  public static String anAddress() {
    int n = ADDRESS.getAndIncrement();
    return "10." + (n >> 16 & 255) + "." + (n >> 8 & 255) + "." + (n & 255);
  }

  /** The same client below a path. */
  public Rest under(String path) {
    return new Rest(url + path, headers);
  }

  public Rest with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Rest(url, more);
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /** POST; a String is sent as it is, anything else as JSON, null without a body. */
  public Answer post(String path, @Nullable Object body) {
    return send("POST", path, body);
  }

  public Answer put(String path, @Nullable Object body) {
    return send("PUT", path, body);
  }

  public Answer patch(String path, @Nullable Object body) {
    return send("PATCH", path, body);
  }

  /** POST of a multipart body with one file in the part {@code file}. */
  public Answer upload(String path, String name, byte[] content) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String head =
        "--part-7\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n";
    body.writeBytes(head.formatted(name).getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n--part-7--\r\n".getBytes(StandardCharsets.UTF_8));
    return with("Content-Type", "multipart/form-data; boundary=part-7")
        .post(path, body.toByteArray());
  }

  public Answer send(String method, String path, @Nullable Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, publisher(body));
    if (body != null && !headers.containsKey("Content-Type")) {
      request.setHeader(
          "Content-Type",
          method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
    }
    if (!headers.containsKey("X-Forwarded-For")) {
      request.setHeader("X-Forwarded-For", anAddress());
    }
    headers.forEach(request::setHeader);
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(
          method + " " + path, response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(method + " " + path + " was interrupted", e);
    }
  }

  private static BodyPublisher publisher(@Nullable Object body) {
    if (body == null) {
      return BodyPublishers.noBody();
    }
    if (body instanceof String text) {
      return BodyPublishers.ofString(text);
    }
    if (body instanceof byte[] bytes) {
      return BodyPublishers.ofByteArray(bytes);
    }
    try {
      return BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("This body cannot be written as JSON", e);
    }
  }
}
