package tracker.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import tracker.harness.Answer;
import tracker.harness.Rest;

/**
 * Eight clients that write and read until they are asked what they got. They make tags, because
 * tasks are limited to sixty a minute; each POST has a key and each PATCH an ETag, so that they may
 * be sent twice.
 */
final class Crowd {
  private static final int CLIENTS = 8;
  private static final Duration PACE = Duration.ofMillis(100);
  private final Rest rest;
  private final String word;
  private final Set<String> made = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();
  private final List<Thread> clients;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean over;

  Crowd(Rest rest, String word) {
    this.rest = rest;
    this.word = word;
    this.clients = IntStream.range(0, CLIENTS).mapToObj(n -> new Thread(() -> work(n))).toList();
    clients.forEach(Thread::start);
  }

  /** How many tags were acknowledged so far. */
  int made() {
    return made.size();
  }

  private void work(int client) {
    for (int i = 0; !over; i++) {
      String name = word + "-" + client + "-" + i;
      try {
        round(name);
        // a node that starts on the same machine needs some of it
        LockSupport.parkNanos(PACE.toNanos());
      } catch (UncheckedIOException e) {
        failed.add(e + ": " + e.getCause());
      }
    }
  }

  private void round(String name) {
    Answer one =
        noted(
            201,
            rest.with("Idempotency-Key", name)
                .post("/api/tags", Map.of("name", name, "colour", "#0a0b0c")));
    if (one.status() != 201) {
      return;
    }
    made.add(name);
    String path = "/api/tags/" + one.field("id");
    Answer read = noted(200, rest.get(path));
    noted(200, rest.with("If-Match", read.header("ETag")).patch(path, Map.of("colour", "#0c0b0a")));
    noted(200, rest.get("/api/tags?limit=1"));
    noted(200, rest.get("/login"));
  }

  private Answer noted(int expected, Answer answer) {
    asked.incrementAndGet();
    if (answer.status() != expected) {
      failed.add(answer.toString());
    }
    return answer;
  }

  /** How many requests they sent so far. */
  int asked() {
    return asked.get();
  }

  /** Ends their work; fails where a request failed, or a tag is missing or there twice. */
  void assertAllIsThereOnce() {
    over = true;
    try {
      for (Thread client : clients) {
        client.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    assertEquals(List.of(), new ArrayList<>(failed), () -> "Of " + made.size() + " these failed");
    List<String> there = new ArrayList<>();
    int found = 200;
    for (int page = 1; found == 200; page++) {
      found = 0;
      for (var tag : rest.get("/api/tags?limit=200&page=" + page).is(200).at("/items")) {
        there.add(tag.path("name").asText());
        found++;
      }
    }
    there.removeIf(name -> !name.startsWith(word));
    assertEquals(List.copyOf(new TreeSet<>(made)), there.stream().sorted().toList());
  }

  @Override
  public String toString() {
    return made.size() + " made, failed: " + failed;
  }
}
