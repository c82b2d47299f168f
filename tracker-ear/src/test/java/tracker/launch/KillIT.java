package tracker.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Product;
import tracker.harness.Rest;
import tracker.harness.Waiting;

/** What was acknowledged stays, whatever is killed. */
class KillIT {
  private static final Map<String, String> UNLIMITED = Map.of("RATE_LIMIT_ENABLED", "false");
  private static final int WRITERS = 4;
  private final Path data = Product.fresh("kill");
  private Product product = Product.start(data, UNLIMITED);

  @AfterEach
  void stop() {
    product.close();
  }

  @Test
  void after_kill_9_of_everything_each_acknowledged_task_is_there_once() throws Exception {
    Rest rest = signedIn();
    rest.post("/api/projects", Map.of("key", "KILL", "name", "Survivors")).is(201);
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    AtomicBoolean killed = new AtomicBoolean();
    List<Thread> writers =
        IntStream.range(0, WRITERS)
            .mapToObj(n -> new Thread(() -> write(rest, n, acknowledged, killed)))
            .toList();
    writers.forEach(Thread::start);
    Waiting.until(Duration.ofSeconds(60), () -> acknowledged.size() >= 40, () -> "Too slow");
    killEverything();
    killed.set(true);
    for (Thread writer : writers) {
      writer.join();
    }

    product = Product.start(data, UNLIMITED);
    product.awaitReady();
    Rest again = signedIn();
    long total = 0;
    for (String key : acknowledged) {
      again.get("/api/tasks/" + key).is(200);
      total++;
    }
    Answer list = again.get("/api/tasks?project=KILL&limit=1").is(200);
    long unanswered = list.at("/total").asLong() - total;
    assertTrue(
        unanswered >= 0 && unanswered <= WRITERS,
        () -> "At most the calls in flight may be there unanswered, not " + unanswered);
    assertEquals(total, acknowledged.size());
    again.get("/api/admin/audit/verify").is(200);
  }

  private static void write(Rest rest, int writer, Set<String> acknowledged, AtomicBoolean killed) {
    for (int i = 0; !killed.get(); i++) {
      try {
        Answer made = rest.post("/api/tasks", Map.of("title", writer + "/" + i, "project", "KILL"));
        if (made.status() == 201) {
          acknowledged.add(made.field("key"));
        }
      } catch (RuntimeException e) {
        return; // killed in the middle of this call: nothing was acknowledged
      }
    }
  }

  private Rest signedIn() {
    product.awaitReady();
    Rest stranger = Rest.of(product);
    Person admin = People.login(stranger, Product.ADMIN_EMAIL, Product.ADMIN_PASSWORD);
    return stranger.as(admin.access());
  }

  private void killEverything() throws IOException {
    long database =
        Long.parseLong(Files.readAllLines(data.resolve("database/postmaster.pid")).get(0).strip());
    List<ProcessHandle> all = product.handle().descendants().toList();
    product.handle().destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    ProcessHandle.of(database).ifPresent(ProcessHandle::destroyForcibly);
    product.awaitExit(Duration.ofSeconds(10));
  }
}
