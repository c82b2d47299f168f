package tracker.ops.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Database;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Rest;
import tracker.harness.Waiting;

/** Work that is done later, as administrators see it over REST. */
class BacklogRestIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String PATH = "/api/admin/jobs";
  private final Rest admin = People.admin().rest();
  private final Database database = Database.shared();

  private String dead(String kind, String about) {
    String id = UUID.randomUUID().toString();
    database.change(
        "insert into job.dead (id, kind, about, tries, error, died_at)"
            + " values (?::uuid, ?, ?, 4, 'java.io.IOException: No room', now())",
        id,
        kind,
        about);
    return id;
  }

  private String scheduled(String kind, String about, boolean running) {
    String id = UUID.randomUUID().toString();
    database.change(
        "insert into job.scheduled (task_name, task_instance, task_data, execution_time, picked,"
            + " picked_by, last_heartbeat, version, started_at, consecutive_failures, last_error)"
            + " values (?, ?, convert_to(?, 'UTF8'), now() + interval '1 day', ?, 'another node',"
            + " now() + interval '1 day', 1, now(), 1, 'java.io.IOException: No room')",
        kind,
        id,
        about,
        running);
    return id;
  }

  private List<String> ids(String query) {
    List<String> ids = new ArrayList<>();
    for (JsonNode one : admin.get(PATH + "?limit=200&" + query).is(200).at("/items")) {
      ids.add(one.path("id").asText());
    }
    return ids;
  }

  @Test
  void a_dead_job_is_told_with_its_reason_and_done_again() {
    String id = dead("attachment.preview", UUID.randomUUID().toString());
    assertTrue(ids("state=dead&kind=attachment.preview").contains(id));
    assertFalse(ids("state=waiting").contains(id));
    assertFalse(ids("kind=bulk.change").contains(id));
    Answer row = admin.get(PATH + "/" + id).is(200);
    assertEquals("dead", row.field("state"));
    assertEquals("4", row.field("tries"));
    assertEquals("java.io.IOException: No room", row.field("last_error"));
    assertTrue(row.at("/due_at").isNull());
    Answer again = admin.post(PATH + "/" + id + "/retry", null).is(202);
    assertNotEquals("dead", again.field("state"));
    // the file is gone for good, so there is nothing left to do
    Waiting.until(
        SOON,
        () -> admin.get(PATH + "/" + id).status() == 404,
        () -> admin.get(PATH + "/" + id).text());
  }

  @Test
  void a_dead_job_is_dropped_once() {
    String id = dead("attachment.preview", UUID.randomUUID().toString());
    admin.delete(PATH + "/" + id).is(204);
    admin.get(PATH + "/" + id).refuses(404, "WORK_NOT_FOUND");
    admin.delete(PATH + "/" + id).refuses(404, "WORK_NOT_FOUND");
  }

  @Test
  void who_waits_for_a_job_that_is_taken_back_learns_that() {
    Person person = People.named("Anna Weber");
    String bulk = UUID.randomUUID().toString();
    database.change(
        "insert into bulk.bulk (id, account_id, locale, operation_id, wanted, status, total,"
            + " created_at) values (?::uuid, ?::uuid, 'en', gen_random_uuid(), '{}', 'queued', 1,"
            + " now())",
        bulk,
        person.id());
    String id = scheduled("bulk.change", bulk, false);
    Answer row = admin.get(PATH + "/" + id).is(200);
    assertEquals("waiting", row.field("state"));
    assertEquals("1", row.field("tries"));
    assertEquals("java.io.IOException: No room", row.field("last_error"));
    admin.post(PATH + "/" + id + "/retry", null).refuses(409, "WORK_NOT_DEAD");
    admin.delete(PATH + "/" + id).is(204);
    admin.get(PATH + "/" + id).refuses(404, "WORK_NOT_FOUND");
    String ended = person.rest().get("/api/tasks/bulk/" + bulk).is(200).field("status");
    assertEquals("failed", ended);

    String over = dead("bulk.change", bulk);
    admin.post(PATH + "/" + over + "/retry", null).refuses(409, "WORK_OVER");
    admin.delete(PATH + "/" + over).is(204);
  }

  @Test
  void what_is_under_way_is_left_alone() {
    String id = scheduled("attachment.preview", UUID.randomUUID().toString(), true);
    Answer row = admin.get(PATH + "/" + id).is(200);
    assertEquals("running", row.field("state"));
    assertTrue(ids("state=running").contains(id));
    admin.delete(PATH + "/" + id).refuses(409, "WORK_RUNNING");
    admin.post(PATH + "/" + id + "/retry", null).refuses(409, "WORK_NOT_DEAD");
    database.change("delete from job.scheduled where task_instance = ?", id);
  }

  @Test
  void messages_stand_beside_jobs() {
    Person person = People.named("Boris Ivanov");
    Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    Map<String, String> letter =
        Map.of(
            "to", "nobody@gerask.test",
            "subject", "Later",
            "body", "",
            "send_at", tomorrow.toString());
    String later = person.rest().post("/notify/email", letter).is(202).field("id");
    assertTrue(ids("state=waiting&kind=notify.email").contains(later));
    assertEquals(tomorrow.toString(), admin.get(PATH + "/" + later).field("due_at"));
    admin.delete(PATH + "/" + later).is(204);
    assertEquals("canceled", person.rest().get("/notify/jobs/" + later).field("status"));

    Map<String, Object> call = Map.of("url", "http://localhost:1/", "payload", 1);
    String failed = person.rest().post("/notify/webhook", call).is(202).field("id");
    awaitDead(failed);
    Answer row = admin.get(PATH + "/" + failed).is(200);
    assertEquals("notify.webhook", row.field("kind"));
    assertEquals("This address may not be called", row.field("last_error"));
    admin.post(PATH + "/" + failed + "/retry", null).is(202);
    awaitDead(failed);
    admin.delete(PATH + "/" + failed).is(204);
    admin.get(PATH + "/" + failed).refuses(404, "WORK_NOT_FOUND");
    Waiting.until(SOON, () -> tries("notify.webhook") >= 2, () -> summary().text());
  }

  private void awaitDead(String id) {
    Waiting.until(
        SOON,
        () -> admin.get(PATH + "/" + id).text().contains("\"dead\""),
        () -> admin.get(PATH + "/" + id).text());
  }

  private Answer summary() {
    return admin.get(PATH + "/summary").is(200);
  }

  private long tries(String kind) {
    long failed = 0;
    for (JsonNode one : summary().at("/throughput")) {
      if (one.path("kind").asText().equals(kind)) {
        failed += one.path("failed").asLong();
      }
    }
    return failed;
  }

  @Test
  void a_summary_tells_how_much_there_is_and_what_comes_by_itself() {
    long before = dead(summary(), "attachment.preview");
    String id = dead("attachment.preview", UUID.randomUUID().toString());
    Answer now = summary();
    assertEquals(before + 1, dead(now, "attachment.preview"));
    assertTrue(now.at("/dead").asLong() >= before + 1);
    assertTrue(now.at("/oldest_seconds").asLong() < 300, now::text);
    boolean found = false;
    for (JsonNode one : now.at("/schedule")) {
      if (one.path("kind").asText().equals("notify.purge")) {
        found = true;
        assertEquals(86_400, one.path("every_seconds").asLong());
        assertFalse(one.path("next_at").isNull(), now::text);
      }
    }
    assertTrue(found, now::text);
    admin.delete(PATH + "/" + id).is(204);
  }

  private static long dead(Answer summary, String kind) {
    for (JsonNode one : summary.at("/kinds")) {
      if (one.path("kind").asText().equals(kind)) {
        return one.path("dead").asLong();
      }
    }
    return 0;
  }

  @Test
  void a_list_is_walked_without_gaps_and_wrong_filters_are_refused() {
    List<String> made = new ArrayList<>();
    String kind = "test." + UUID.randomUUID();
    for (int i = 0; i < 3; i++) {
      made.add(0, dead(kind, ""));
    }
    Answer part = admin.get(PATH + "?limit=2&kind=" + kind).is(200);
    assertEquals("3", part.field("total"));
    Answer rest = admin.get(PATH + "?limit=2&kind=" + kind + "&cursor=" + part.field("next"));
    assertEquals(made.get(2), rest.is(200).at("/items/0/id").asText());
    assertTrue(rest.at("/next").isNull());
    assertEquals(made, ids("kind=" + kind));
    assertEquals(List.of(), ids("kind=nothing"));
    for (String wrong : List.of("state=done", "kind=%00", "limit=0", "cursor=x")) {
      admin
          .get(PATH + "?" + wrong)
          .refuses(422, "VALIDATION_ERROR")
          .names(wrong.replaceFirst("=.*", ""));
    }
    made.forEach(id -> admin.delete(PATH + "/" + id).is(204));
  }
}
