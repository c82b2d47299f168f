package tracker.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A web server that notes what it gets; the path says how it behaves. */
final class Receiver implements AutoCloseable {
  /** What it got. */
  record Got(String path, Map<String, String> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
    }
  }

  private final BlockingQueue<Got> got = new LinkedBlockingQueue<>();
  private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final ExecutorService hands = Executors.newCachedThreadPool();
  private final HttpServer server;

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(hands);
    server.createContext("/", this::answer);
    server.start();
  }

  String host() {
    return "localhost:" + server.getAddress().getPort();
  }

  /** Ends it; gives the port that nobody listens at any more. */
  String closed() {
    close();
    return host();
  }

  void holds(String path, CountDownLatch gate) {
    gates.put(path, gate);
  }

  Got next() throws InterruptedException {
    Got next = got.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("Nothing came");
    }
    return next;
  }

  /** What is there already, if anything. */
  @Nullable Got nothing() {
    return got.poll();
  }

  /** How many calls came that nobody took from here. */
  int waiting() {
    return got.size();
  }

  /** How many it had at a time at most. */
  int atOnce() {
    return most.get();
  }

  private void answer(HttpExchange call) throws IOException {
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    try (call) {
      String path = call.getRequestURI().getPath();
      Map<String, String> headers = new ConcurrentHashMap<>();
      call.getRequestHeaders()
          .forEach(
              (name, values) ->
                  headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
      byte[] body = call.getRequestBody().readAllBytes();
      got.add(new Got(path, headers, new String(body, StandardCharsets.UTF_8)));
      CountDownLatch gate = gates.get(path);
      if (gate != null) {
        gate.await(20, TimeUnit.SECONDS);
      }
      behave(call, path);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      now.decrementAndGet();
    }
  }

  private static void behave(HttpExchange call, String path) throws IOException {
    switch (path) {
      case "/500" -> call.sendResponseHeaders(500, -1);
      case "/302" -> {
        call.getResponseHeaders().set("Location", "/ok");
        call.sendResponseHeaders(302, -1);
      }
      case "/cut" -> call.getRequestBody().close(); // and no answer
      case "/endless" -> {
        call.sendResponseHeaders(200, 0);
        try (OutputStream out = call.getResponseBody()) {
          byte[] much = "x".repeat(64 << 10).getBytes(StandardCharsets.US_ASCII);
          for (int i = 0; i < 100_000; i++) {
            out.write(much);
          }
        }
      }
      default -> call.sendResponseHeaders(200, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    hands.shutdownNow();
  }
}
