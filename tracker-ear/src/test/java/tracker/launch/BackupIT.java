package tracker.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tracker.harness.Command;
import tracker.harness.Database;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Product;
import tracker.harness.Rest;
import tracker.harness.Storage;
import tracker.harness.Waiting;
import tracker.harness.Work;

/** A backup of the running product, restored elsewhere, altered, and made by the worker itself. */
@Isolated("starts a copy of the product")
class BackupIT {
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final int FEW = 20;
  private final Path shelf = Product.fresh("backups");
  private final Product product = Product.shared();

  @Test
  void what_was_acknowledged_before_a_backup_under_load_is_there_on_an_empty_machine()
      throws Exception {
    Person anna = People.named("Anna");
    Work.Project project = Work.project(anna);
    String task = Work.task(anna, project, "Счёт № 4471").is(201).field("key");
    byte[] bytes = "Отчёт".repeat(30_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    String file =
        anna.rest()
            .upload("/api/tasks/" + task + "/attachments", "Отчёт.txt", bytes)
            .is(201)
            .field("id");
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    AtomicBoolean over = new AtomicBoolean();
    Thread writer = new Thread(() -> write(anna, project, acknowledged, over));
    writer.start();
    Waiting.until(LONGEST, () -> acknowledged.size() >= FEW, () -> "Too slow");
    Set<String> before = Set.copyOf(acknowledged);
    command("backup").ends(0);
    over.set(true);
    writer.join();
    assertTrue(acknowledged.size() > before.size(), "Nothing was written meanwhile");

    command("restore-drill").ends(0);
    Rest stranger = Rest.of(product);
    assertTrue(figure(stranger, "gerask_backup_last_verified_seconds") > 0);
    assertEquals(0, figure(stranger, "gerask_backup_failed"));

    Path data = Product.fresh("restored");
    Command.run(LONGEST, settings(Map.of("DATA_DIR", data.toString())), "restore", only()).ends(0);
    Path second = Product.fresh("second-backups");
    try (Product restored =
        Product.start(data, Map.of("BACKUP_DIR", second.toString())).awaitReady()) {
      Rest there = Rest.of(restored).as(anna.access());
      before.forEach(key -> there.get("/api/tasks/" + key).is(200));
      assertEquals("Счёт № 4471", there.get("/api/tasks/" + task).is(200).field("title"));
      assertEquals(
          new String(bytes, java.nio.charset.StandardCharsets.UTF_8),
          there.get("/uploads/" + file).is(200).text());
      there.post("/api/tasks", Map.of("title", "Goes on", "project", project.key())).is(201);
      assertTrue(
          there.get("/api/changes?limit=5").is(200).at("/items").size() == 5,
          "The feed goes on with numbers of another cluster");
      // the worker looks each minute; here it looks now
      Database.of(restored)
          .change(
              "update job.scheduled set execution_time = now()"
                  + " where task_name = 'backup.make' and not picked");
      Waiting.until(
          LONGEST,
          () -> figure(there, "gerask_backup_last_verified_seconds") > 0,
          () -> "The worker makes and proves none by itself");
      assertEquals(1, backups(second).size());
      assertTrue(there.get("/health").is(200).text().contains("\"last_verified\":\"2"));
    }
    alteredIsNoticed(stranger);
  }

  @Test
  void a_copy_in_a_bucket_is_proven_there_and_outlives_the_machine() throws Exception {
    Path data = Product.fresh("bucket-data");
    Path local = Product.fresh("bucket-backups");
    try (Storage storage = new Storage("copies")) {
      Map<String, String> there = new HashMap<>();
      there.put("DATA_DIR", product.data().toString());
      there.put("BACKUP_DIR", local.toString());
      there.put("BACKUP_KEEP", "1");
      there.put("BACKUP_PASSPHRASE", "yellow lantern 17");
      there.put("BACKUP_S3_BUCKET", "copies");
      there.put("BACKUP_S3_ENDPOINT", storage.endpoint().toString());
      there.put("BACKUP_S3_ACCESS_KEY", "key");
      there.put("BACKUP_S3_SECRET_KEY", "secret");
      Person anna = People.named("Anna");
      Work.Project project = Work.project(anna);
      String task = Work.task(anna, project, "Goes far away").is(201).field("key");
      Command.run(LONGEST, there, "backup").ends(0);
      String first = backups(local).get(0);
      assertTrue(storage.keys("copies").contains(first + "/manifest.json"));
      Command.run(LONGEST, there, "backup").ends(0);
      String name = backups(local).get(0);
      List<String> keys = storage.keys("copies");
      assertTrue(keys.contains(name + "/manifest.json"), keys::toString);
      assertTrue(keys.stream().noneMatch(key -> key.startsWith(first)), keys::toString);

      there.put("BACKUP_DIR", Product.fresh("bucket-elsewhere").toString());
      Command.run(LONGEST, there, "restore-drill").ends(0);
      there.put("DATA_DIR", data.toString());
      Command.run(LONGEST, there, "restore", name).ends(0);
      try (Product restored = Product.start(data, Map.of()).awaitReady()) {
        Rest rest = Rest.of(restored).as(anna.access());
        assertEquals("Goes far away", rest.get("/api/tasks/" + task).is(200).field("title"));
      }

      there.put("DATA_DIR", product.data().toString());
      storage.alter("copies", name + "/tables/task.task.gz", "something else");
      Command altered = Command.run(LONGEST, there, "restore-drill", name).ends(1);
      assertTrue(altered.said().contains("task.task.gz of backup " + name), altered.said());
      there.put("BACKUP_S3_BUCKET", "nowhere");
      Command missing = Command.run(LONGEST, there, "backup").ends(1);
      assertTrue(missing.said().contains("nowhere"), missing.said());
      assertEquals(1, figure(Rest.of(product), "gerask_backup_failed"));
    }
  }

  private void alteredIsNoticed(Rest stranger) throws IOException {
    Path table = shelf.resolve(only()).resolve("tables/task.task.gz");
    byte[] good = Files.readAllBytes(table);
    byte[] bad = good.clone();
    bad[bad.length / 2] ^= 1;
    Files.write(table, bad);
    Command drill = command("restore-drill").ends(1);
    assertTrue(drill.said().contains("task.task.gz of backup"), drill.said());
    assertTrue(drill.said().contains("is not as it was written."), drill.said());
    assertEquals(1, figure(stranger, "gerask_backup_failed"));
    Files.write(table, good);
    command("restore-drill").ends(0);
    assertEquals(0, figure(stranger, "gerask_backup_failed"));
  }

  private String only() throws IOException {
    List<String> all = backups(shelf);
    assertEquals(1, all.size(), all::toString);
    return all.get(0);
  }

  private static List<String> backups(Path shelf) throws IOException {
    try (Stream<Path> all = Files.list(shelf)) {
      return all.map(one -> one.getFileName().toString())
          .filter(name -> name.matches("\\d{8}T\\d{6}Z"))
          .toList();
    }
  }

  private static void write(
      Person person, Work.Project project, Set<String> acknowledged, AtomicBoolean over) {
    while (!over.get()) {
      acknowledged.add(
          Work.task(person, project, "One of many " + acknowledged.size()).is(201).field("key"));
    }
  }

  private Command command(String... words) {
    return Command.run(LONGEST, settings(Map.of("DATA_DIR", product.data().toString())), words);
  }

  private Map<String, String> settings(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.put("BACKUP_DIR", shelf.toString());
    all.put("BACKUP_PASSPHRASE", "yellow lantern 17");
    return all;
  }

  private static double figure(Rest rest, String name) {
    return rest.get("/metrics")
        .is(200)
        .text()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(-1);
  }
}
