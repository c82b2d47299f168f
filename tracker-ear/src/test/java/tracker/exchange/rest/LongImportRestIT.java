package tracker.exchange.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tracker.harness.Answer;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Waiting;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Files of so many rows that a job brings them in. */
@Isolated("undo of thousands holds one transaction, and what others are told waits for it")
class LongImportRestIT {
  /** Rows without anything special, beside the eight that have it. */
  private static final int PLAIN = 5_000;

  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Lund");
  private final Project project = Work.project(anna);

  private Answer send(Person who, String csv, String more) {
    String at = "/api/import/tasks?project=" + project.key() + more;
    return who.rest().with("Content-Type", "text/csv").post(at, csv);
  }

  private Answer ended(Answer job) {
    String at = job.is(202).header("Location");
    assertEquals("/api/import/tasks/" + job.field("id"), at);
    Supplier<Answer> now = () -> anna.rest().get(at).is(200);
    Waiting.until(
        Duration.ofMinutes(2),
        () -> !now.get().at("/ended_at").isNull(),
        () -> "It does not end: " + now.get().text());
    return now.get();
  }

  private static void counts(Answer job, int created, int updated, int unchanged, int rejected) {
    assertEquals(
        List.of("ok", created, updated, unchanged, rejected),
        List.of(
            job.field("status"),
            job.at("/created").asInt(),
            job.at("/updated").asInt(),
            job.at("/unchanged").asInt(),
            job.at("/rejected_total").asInt()),
        job::toString);
  }

  private int total() {
    return anna.rest()
        .get("/api/tasks?limit=1&project=" + project.key())
        .is(200)
        .at("/total")
        .asInt();
  }

  /** Special ones stand first, so that what they lean on comes portions later. */
  private static String file(String priority) {
    StringBuilder csv = new StringBuilder("key,title,priority,due_at,parent\n");
    csv.append("below,Below the last,low,02/03/2029,last\n");
    csv.append("lost,Below nothing,low,,nowhere\n");
    csv.append("under,Below the lost one,low,,lost\n");
    csv.append("one,In a circle,low,,two\n");
    csv.append(",Same title,low,,\n");
    csv.append("bad,Bad,wobbling,,\n");
    for (int n = 0; n < PLAIN; n++) {
      csv.append("k").append(n).append(",Task ").append(n).append(',').append(priority);
      csv.append(",,\n");
    }
    csv.append("k7,Twice,low,,\n");
    csv.append("two,In a circle,low,,one\n");
    csv.append(",Same title,low,,\n");
    csv.append("last,Last,low,12/31/2029,\n");
    return csv.toString();
  }

  @Test
  void a_long_file_is_tried_comes_in_once_and_goes_back_as_one() {
    int come = PLAIN + 4;
    Answer tried = ended(send(anna, file("high"), "&dry_run=true"));
    counts(tried, come, 0, 0, 6);
    assertTrue(tried.at("/operation_id").isNull(), tried::text);
    assertTrue(tried.at("/dry_run").asBoolean());
    assertEquals(0, total());

    Answer job = send(anna, file("high"), "").is(202);
    assertEquals("queued", job.field("status"));
    assertEquals(PLAIN + 10, job.at("/total").asInt());
    assertEquals("title", job.at("/columns/1/field").asText());
    boris.rest().get(job.header("Location")).refuses(404, "IMPORT_NOT_FOUND");
    boris.rest().post(job.header("Location") + "/cancel", null).refuses(404, "IMPORT_NOT_FOUND");
    People.admin().rest().get(job.header("Location")).is(200);
    Answer end = ended(job);
    counts(end, come, 0, 0, 6);
    assertEquals(end.at("/total"), end.at("/done"));
    assertEquals(job.header("X-Operation-Id"), end.field("operation_id"));
    StringBuilder told = new StringBuilder();
    end.at("/rejected")
        .forEach(
            one ->
                told.append(one.path("row").asInt())
                    .append(one.path("fields").fieldNames().next())
                    .append(' '));
    assertEquals("3parent 4parent 5parent 7priority 5008key 5009parent ", told.toString());
    assertTrue(end.at("/rejected/4/fields/key").asText().contains("15"), end::text);
    assertEquals(come, total());
    JsonNode below =
        anna.rest()
            .get("/api/tasks?q=Below+the+last&project=" + project.key())
            .at("/items")
            .path(0);
    // the last row shows which way all dates are written
    assertEquals("2029-02-03T23:59:00Z", below.path("due_at").asText());
    String parent = "/api/tasks/" + below.path("parent_id").asText();
    assertEquals("Last", anna.rest().get(parent).is(200).field("title"));
    anna.rest().post(job.header("Location") + "/cancel", null).refuses(409, "IMPORT_ENDED");

    counts(ended(send(anna, file("high"), "")), 0, 0, come, 6);
    assertEquals(come, total());
    String undo = "/api/operations/" + end.field("operation_id") + "/undo";
    boris.rest().post(undo, null).refuses(404, "OPERATION_NOT_FOUND");
    Answer undone = anna.rest().post(undo, null).is(200);
    assertEquals(come, undone.at("/undone").asInt(), () -> undone.at("/skipped").size() + " not");
    assertEquals(0, total());
  }

  @Test
  void one_that_is_canceled_stops_and_what_came_stays() {
    Answer job = send(anna, file("low"), "").is(202);
    Answer stopped = anna.rest().post(job.header("Location") + "/cancel", null).is(200);
    assertEquals("canceled", stopped.field("status"));
    assertTrue(stopped.at("/done").asInt() < PLAIN, stopped::text);
    assertEquals(stopped.at("/created").asInt(), total());
  }

  @Test
  void who_may_not_and_what_is_no_file_is_refused_at_once() {
    String csv = "title\n" + "x\n".repeat(5_001);
    send(boris, csv, "").refuses(404, "PROJECT_NOT_FOUND");
    Work.join(anna, project, boris, "viewer");
    send(boris, csv, "").is(403);
    send(anna, csv.replace("title", "name of it"), "")
        .refuses(422, "VALIDATION_ERROR")
        .names("file");
    send(anna, csv + "\"never closed" + "x".repeat(5 << 20), "")
        .refuses(422, "VALIDATION_ERROR")
        .names("file");
    for (String unknown : List.of("no-id", UUID.randomUUID().toString())) {
      anna.rest().get("/api/import/tasks/" + unknown).refuses(404, "IMPORT_NOT_FOUND");
      anna.rest()
          .post("/api/import/tasks/" + unknown + "/cancel", Map.of())
          .refuses(404, "IMPORT_NOT_FOUND");
    }
    assertEquals(0, total());
  }

  @Test
  void a_repeated_call_is_one_job_and_other_bytes_are_refused() {
    String csv = "title\n" + "x\n".repeat(5_001);
    String key = UUID.randomUUID().toString();
    String at = "/api/import/tasks?project=" + project.key();
    Answer first =
        anna.rest()
            .with("Content-Type", "text/csv")
            .with("Idempotency-Key", key)
            .post(at, csv)
            .is(202);
    anna.rest().post(first.header("Location") + "/cancel", null);
    Answer second =
        anna.rest()
            .with("Content-Type", "text/csv")
            .with("Idempotency-Key", key)
            .post(at, csv)
            .is(202);
    assertEquals(first.field("id"), second.field("id"));
    anna.rest()
        .with("Content-Type", "text/csv")
        .with("Idempotency-Key", key)
        .post(at, csv.replaceFirst("x", "y"))
        .refuses(422, "IDEMPOTENCY_KEY_REUSED");
  }
}
