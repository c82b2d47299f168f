package tracker.feed.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import tracker.harness.Product;
import tracker.harness.Rest;

/** A program that listens to the stream of changes. */
final class Ear implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int PATIENCE_SECONDS = 30;
  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final HttpHeaders headers;
  private final Stream<String> lines;
  private volatile String place = "";

  /** One event as it came; {@code at} is {@link System#nanoTime}. */
  record Event(String id, String name, JsonNode data, long at) {
    String text(String field) {
      return data.path(field).asText();
    }
  }

  private Ear(Product product, String token, @Nullable String last, String query) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(product.url() + "/api/events" + query))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/event-stream")
            .header("X-Forwarded-For", Rest.anAddress())
            .timeout(Duration.ofSeconds(60));
    if (last != null) {
      request.header("Last-Event-ID", last);
    }
    HttpResponse<Stream<String>> answer =
        client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines()).join();
    Assertions.assertEquals(200, answer.statusCode());
    headers = answer.headers();
    lines = answer.body();
    Thread reader = new Thread(this::read, "ear");
    reader.setDaemon(true);
    reader.start();
    await(begun, "No place to begin at");
  }

  static Ear of(String token) {
    return new Ear(Product.shared(), token, null, "");
  }

  static Ear of(Product product, String token) {
    return new Ear(product, token, null, "");
  }

  /** One that heard everything up to this event. */
  static Ear after(String token, String last) {
    return new Ear(Product.shared(), token, last, "");
  }

  static Ear with(String token, String query) {
    return new Ear(Product.shared(), token, null, query);
  }

  private void read() {
    String name = "";
    String data = "";
    try {
      for (String line : (Iterable<String>) lines::iterator) {
        if (line.startsWith("id: ")) {
          place = line.substring(4);
          begun.countDown();
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.isEmpty() && !data.isEmpty()) {
          events.add(new Event(place, name, MAPPER.readTree(data), System.nanoTime()));
          name = "";
          data = "";
        }
      }
    } catch (RuntimeException | JsonProcessingException cut) {
      // the connection ended, which the test sees
    } finally {
      over.countDown();
    }
  }

  HttpHeaders headers() {
    return headers;
  }

  /** The next event. */
  Event next() {
    try {
      Event one = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      Assertions.assertNotNull(one, "No event came");
      return one;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All events up to one that holds this text in its data, that one included. */
  List<Event> until(String text) {
    List<Event> heard = new ArrayList<>();
    do {
      heard.add(next());
    } while (!heard.get(heard.size() - 1).data().toString().contains(text));
    return heard;
  }

  /** Waits until the server has ended the stream. */
  void isOver() {
    await(over, "The stream is still open");
  }

  private static void await(CountDownLatch latch, String otherwise) {
    try {
      Assertions.assertTrue(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS), otherwise);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    lines.close();
  }
}
