package tracker.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A receiver of webhooks on a port that the shared product may call. The ports are few, so whoever
 * has one waits for another to close where all are taken.
 */
public final class Hook implements AutoCloseable {
  /** What was called, with names of headers in small letters. */
  public record Called(Map<String, String> headers, String body) {
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    public JsonNode json() {
      try {
        return new ObjectMapper().readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final int MANY = 8;
  // a product that runs already was told its receivers when it started
  private static final String GIVEN = System.getProperty("product.hooks", "");
  private static final List<Integer> PORTS =
      GIVEN.isEmpty()
          ? Stream.generate(Ports::free).distinct().limit(MANY).toList()
          : Arrays.stream(GIVEN.split(",")).map(Integer::valueOf).toList();
  private static final BlockingQueue<Integer> FREE = new LinkedBlockingQueue<>(PORTS);
  private static final long SOON = 30;
  private static final long A_MOMENT = 300;

  private final BlockingQueue<Called> calls = new LinkedBlockingQueue<>();
  private final ExecutorService hands = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final boolean shared;
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile int status = 204;
  private volatile String text = "";

  private Hook(int port, boolean shared) {
    this.shared = shared;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(hands);
    server.createContext("/", this::called);
    server.start();
  }

  /** One that answers 204. */
  public static Hook listening() {
    try {
      Integer port = FREE.poll(5, TimeUnit.MINUTES);
      if (port == null) {
        throw new AssertionError("No port for a receiver got free");
      }
      return new Hook(port, true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Nobody waits any more", e);
    }
  }

  /** One on a port that nobody had before, for a product of one's own. */
  public static Hook apart() {
    return new Hook(Ports.free(), false);
  }

  /** Its address among WEBHOOK_ALLOWED_TARGETS. */
  public String target() {
    return "localhost:" + server.getAddress().getPort();
  }

  /** What WEBHOOK_ALLOWED_TARGETS has to be for receivers of tests. */
  public static String allowed() {
    return String.join(",", PORTS.stream().map(port -> "localhost:" + port).toList());
  }

  public String url() {
    return "http://" + target() + "/hook";
  }

  /** How it answers from now on. */
  public void answers(int code, String body) {
    text = body;
    status = code;
  }

  /** Answers nothing until {@link #opens}. */
  public void holds() {
    gate = new CountDownLatch(1);
  }

  public void opens() {
    gate.countDown();
  }

  /** How many calls came that nobody took from here. */
  public int waiting() {
    return calls.size();
  }

  public Called next() {
    return next(call -> true);
  }

  /** The next one, where it may take longer than usual. */
  public Called next(Duration most) {
    return next(call -> true, most.toSeconds());
  }

  /** The next that is like this; others are forgotten. */
  public Called next(Predicate<Called> wanted) {
    return next(wanted, SOON);
  }

  private Called next(Predicate<Called> wanted, long most) {
    try {
      while (true) {
        Called call = calls.poll(most, TimeUnit.SECONDS);
        if (call == null) {
          throw new AssertionError("Nobody called within " + most + " s");
        }
        if (wanted.test(call)) {
          return call;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Nobody waits any more", e);
    }
  }

  /** Fails where another call comes within a moment. */
  public void hasNoMore() {
    try {
      Called call = calls.poll(A_MOMENT, TimeUnit.MILLISECONDS);
      if (call != null) {
        throw new AssertionError("Called once more: " + call);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void called(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      gate.await(1, TimeUnit.MINUTES);
      byte[] said = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, said.length == 0 ? -1 : said.length);
      if (said.length > 0) {
        exchange.getResponseBody().write(said);
      }
      calls.add(new Called(headers, body));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    int port = server.getAddress().getPort();
    server.stop(0);
    hands.shutdownNow();
    if (shared) {
      FREE.add(port);
    }
  }
}
