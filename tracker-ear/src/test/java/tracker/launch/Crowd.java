package tracker.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import tracker.harness.Answer;
import tracker.harness.Rest;

/**
 * Eight clients that write and read until they are asked what they got. They make tags, because
 * tasks are limited to sixty a minute; each POST has a key, so that it may be sent twice.
 */
final class Crowd {
  private static final int CLIENTS = 8;
  private final Rest rest;
  private final String word;
  private final Set<String> made = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();
  private final List<Thread> clients;
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
        Answer answer =
            rest.with("Idempotency-Key", name)
                .post("/api/tags", Map.of("name", name, "colour", "#0a0b0c"));
        Answer read = rest.get("/api/tags?limit=1");
        if (answer.status() == 201 && read.status() == 200) {
          made.add(name);
        } else {
          failed.add(answer + " / " + read);
        }
      } catch (UncheckedIOException e) {
        failed.add(e + ": " + e.getCause());
      }
    }
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
