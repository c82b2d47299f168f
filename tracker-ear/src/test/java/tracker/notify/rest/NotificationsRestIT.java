package tracker.notify.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.harness.Answer;
import tracker.harness.Mailbox;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Rest;
import tracker.harness.Waiting;
import tracker.harness.Work;

/** Messages over REST: asked for, looked at, taken back, sent again. */
class NotificationsRestIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Ivanov");

  private static Map<String, Object> letter(String subject) {
    Map<String, Object> letter = new HashMap<>();
    letter.put("to", "reader@there.example");
    letter.put("subject", subject);
    letter.put("body", "Words");
    return letter;
  }

  private static Map<String, Object> later(String subject) {
    Map<String, Object> letter = letter(subject);
    letter.put("send_at", Instant.now().plus(1, ChronoUnit.HOURS).toString());
    return letter;
  }

  private static Answer ended(Person who, String id) {
    Waiting.until(
        SOON,
        () -> !who.rest().get("/api/notify/jobs/" + id).field("status").equals("queued"),
        () -> who.rest().get("/api/notify/jobs/" + id).text());
    return who.rest().get("/api/notify/jobs/" + id).is(200);
  }

  private static Answer refusedCall(Person who) {
    Map<String, Object> call = Map.of("url", "http://localhost:1/x", "payload", Map.of("a", 1));
    String id = who.rest().post("/api/notify/webhook", call).is(202).field("id");
    Answer job = ended(who, id);
    assertEquals("failed", job.field("status"));
    return job;
  }

  private static List<String> failed(Person who) {
    List<String> ids = new ArrayList<>();
    for (JsonNode one : who.rest().get("/api/notify/failed").is(200).at("/items")) {
      ids.add(one.path("id").asText());
    }
    return ids;
  }

  @Test
  void a_letter_is_taken_and_handed_to_the_mail_server_once() {
    String mark = "Subject " + Work.aKey();
    Answer asked = anna.rest().post("/notify/email", letter(mark)).is(202);
    assertEquals("/api/notify/jobs/" + asked.field("id"), asked.header("Location"));
    assertEquals("email", asked.field("type"));
    assertEquals("queued", asked.field("status"));
    Answer job = ended(anna, asked.field("id"));
    assertEquals("ok", job.field("status"));
    assertEquals("1", job.field("attempts"));
    assertEquals(asked.field("event_id"), job.field("event_id"));
    assertTrue(job.at("/last_error").isNull());
    Mailbox.Letter letter =
        Mailbox.of("reader@there.example").next(one -> one.subject().equals(mark));
    assertEquals("Words", letter.text().strip());
    assertTrue(letter.header("Message-ID").startsWith("<" + job.field("event_id") + "@"));
  }

  @Test
  void a_call_of_this_machine_fails_at_once_and_can_be_sent_again_or_dropped() {
    Person nils = People.named("Nils Caller");
    Answer job = refusedCall(nils);
    String id = job.field("id");
    assertEquals("1", job.field("attempts"));
    assertEquals("This address may not be called", job.field("last_error"));
    assertEquals(List.of(id), failed(nils));
    assertEquals(List.of(), failed(boris));
    assertTrue(failed(People.admin()).contains(id));
    Answer again = nils.rest().post("/notify/failed/" + id + "/replay", null).is(202);
    assertEquals(id, again.field("id"));
    assertEquals(job.field("event_id"), again.field("event_id"));
    assertEquals("failed", ended(nils, id).field("status"));
    Waiting.until(SOON, () -> failed(nils).equals(List.of(id)), () -> failed(nils).toString());
    nils.rest().delete("/notify/failed/" + id).is(204);
    assertEquals(List.of(), failed(nils));
    nils.rest().delete("/notify/failed/" + id).refuses(404, "FAILED_NOT_FOUND");
    nils.rest().post("/notify/failed/" + id + "/replay", null).refuses(404, "FAILED_NOT_FOUND");
    nils.rest().get("/notify/jobs/" + id).is(200);
  }

  @Test
  void those_that_failed_in_a_range_of_time_are_sent_again_together() {
    Person rosa = People.named("Rosa Range");
    String id = refusedCall(rosa).field("id");
    String at = rosa.rest().get("/api/notify/failed").is(200).at("/items/0/failed_at").asText();
    Map<String, String> before =
        Map.of("from", "2001-01-01T00:00:00Z", "to", Instant.parse(at).minusSeconds(1).toString());
    String path = "/notify/failed/replay";
    assertEquals("0", rosa.rest().post(path, before).is(202).field("replayed"));
    Map<String, String> range = new HashMap<>(Map.of("from", at, "to", at));
    range.put("type", "email");
    assertEquals("0", rosa.rest().post(path, range).is(202).field("replayed"));
    range.put("type", "webhook");
    assertEquals("0", boris.rest().post(path, range).is(202).field("replayed"));
    assertEquals("1", rosa.rest().post(path, range).is(202).field("replayed"));
    assertEquals("failed", ended(rosa, id).field("status"));
    rosa.rest().post(path, Map.of("from", at)).refuses(422, "VALIDATION_ERROR").names("to");
    range.put("type", "pigeon");
    rosa.rest().post(path, range).refuses(422, "VALIDATION_ERROR").names("type");
  }

  @Test
  void chosen_ones_are_sent_again_or_dropped_together() {
    Person emma = People.named("Emma Chooser");
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      all.add(0, refusedCall(emma).field("id"));
    }
    assertEquals(all, failed(emma));
    Answer first = emma.rest().get("/notify/failed").is(200);
    assertEquals("localhost:1", first.at("/items/0/host").asText());
    Map<String, Object> two = Map.of("ids", all.subList(0, 2));
    String drop = "/notify/failed/drop";
    assertEquals("0", boris.rest().post(drop, two).is(200).field("dropped"));
    String replay = "/notify/failed/replay";
    assertEquals("0", boris.rest().post(replay, two).is(202).field("replayed"));
    assertEquals("2", emma.rest().post(replay, two).is(202).field("replayed"));
    for (String id : all.subList(0, 2)) {
      assertEquals("failed", ended(emma, id).field("status"));
    }
    assertEquals("2", emma.rest().post(drop, two).is(200).field("dropped"));
    assertEquals(all.subList(2, 3), failed(emma));
    Map<String, String> ever =
        Map.of("from", "2001-01-01T00:00:00Z", "to", "2999-01-01T00:00:00Z", "type", "email");
    assertEquals("0", emma.rest().post(drop, ever).is(200).field("dropped"));
    for (Object ids : List.of(List.of(), List.of("x"), Collections.nCopies(201, all.get(0)))) {
      String named =
          emma.rest().post(drop, Map.of("ids", ids)).refuses(422, "VALIDATION_ERROR").text();
      assertTrue(named.contains("\"ids"), named);
    }
    emma.rest().post(drop, Map.of()).refuses(422, "VALIDATION_ERROR").names("from");
  }

  @Test
  void what_waits_can_be_taken_back_once() {
    String path = "/notify/jobs/" + anna.rest().post("/notify/email", later("x")).field("id");
    boris.rest().delete(path).refuses(404, "JOB_NOT_FOUND");
    anna.rest().delete(path).is(204);
    assertEquals("canceled", anna.rest().get(path).is(200).field("status"));
    anna.rest().delete(path).refuses(409, "JOB_NOT_QUEUED");
  }

  @Test
  void a_list_tells_ones_own_the_newest_first() {
    Person nina = People.named("Nina Lister");
    String one = nina.rest().post("/notify/email", later("one")).is(202).field("id");
    String two = nina.rest().post("/notify/email", later("two")).is(202).field("id");
    nina.rest().delete("/notify/jobs/" + one).is(204);
    assertEquals(List.of(two, one), ids(nina, "?limit=200"));
    assertEquals(List.of(two), ids(nina, "?status=queued"));
    assertEquals(List.of(one), ids(nina, "?status=canceled&type=email"));
    assertEquals(List.of(), ids(nina, "?type=webhook"));
    Answer part = nina.rest().get("/notify/jobs?limit=1").is(200);
    assertEquals("2", part.field("total"));
    assertEquals(List.of(one), ids(nina, "?limit=1&cursor=" + part.field("next")));
    boris.rest().get("/notify/jobs/" + one).refuses(404, "JOB_NOT_FOUND");
    for (String wrong : List.of("status=done", "type=pigeon", "limit=0", "cursor=x")) {
      nina.rest()
          .get("/notify/jobs?" + wrong)
          .refuses(422, "VALIDATION_ERROR")
          .names(wrong.replaceFirst("=.*", ""));
    }
  }

  private static List<String> ids(Person who, String query) {
    List<String> ids = new ArrayList<>();
    for (JsonNode one : who.rest().get("/notify/jobs" + query).is(200).at("/items")) {
      ids.add(one.path("id").asText());
    }
    return ids;
  }

  @Test
  void a_key_makes_a_repeated_call_the_same_message() {
    Map<String, Object> letter = later("once");
    Rest keyed = anna.rest().with("Idempotency-Key", UUID.randomUUID().toString());
    String first = keyed.post("/notify/email", letter).is(202).field("id");
    assertEquals(first, keyed.post("/notify/email", letter).is(202).field("id"));
    assertNotEquals(first, anna.rest().post("/notify/email", letter).is(202).field("id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nobody", "a@b c", "a@b.example, c@d.example", "я@б.example\n"})
  void an_address_that_is_none_is_refused(String to) {
    Map<String, Object> letter = letter("x");
    letter.put("to", to);
    anna.rest().post("/notify/email", letter).refuses(422, "VALIDATION_ERROR").names("to");
  }

  @Test
  void a_letter_that_breaks_a_rule_is_refused_with_the_field() {
    Map<String, Object> bare = new HashMap<>();
    bare.put("to", "a@b.example");
    anna.rest().post("/notify/email", bare).refuses(422, "VALIDATION_ERROR").names("subject");
    anna.rest().post("/notify/email", bare).names("body");
    for (Object subject : List.of(" ", "two\nlines", "x".repeat(201))) {
      Map<String, Object> letter = letter("x");
      letter.put("subject", subject);
      Answer refused = anna.rest().post("/notify/email", letter);
      refused.refuses(422, "VALIDATION_ERROR").names("subject");
      assertFalse(refused.text().contains("invalid."), refused::text);
    }
    Map<String, Object> far = letter("x");
    far.put("send_at", Instant.now().plus(400, ChronoUnit.DAYS).toString());
    anna.rest().post("/notify/email", far).refuses(422, "VALIDATION_ERROR").names("send_at");
    far.put("send_at", "tomorrow");
    anna.rest().post("/notify/email", far).refuses(422, "VALIDATION_ERROR").names("send_at");
    Map<String, Object> more = letter("x");
    more.put("cc", "c@d.example");
    anna.rest().post("/notify/email", more).refuses(422, "VALIDATION_ERROR").names("cc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "there.example",
        "ftp://there.example/",
        "file:///etc/passwd",
        "http://",
        "http://name:word@there.example/",
        "https://there.example/#part",
        "http://there.example:99999/",
        "http://127.1/",
        "http://0x7f.1/",
        "http://bad host/"
      })
  void what_cannot_be_called_is_refused(String url) {
    Map<String, Object> call = Map.of("url", url, "payload", 1);
    anna.rest().post("/notify/webhook", call).refuses(422, "VALIDATION_ERROR").names("url");
  }

  @Test
  void a_payload_is_needed_and_has_an_end() {
    String url = "http://localhost:1/";
    Map<String, Object> bare = new HashMap<>(Map.of("url", url));
    anna.rest().post("/notify/webhook", bare).refuses(422, "VALIDATION_ERROR").names("payload");
    bare.put("payload", null);
    anna.rest().post("/notify/webhook", bare).refuses(422, "VALIDATION_ERROR").names("payload");
    bare.put("payload", "x".repeat(300 << 10));
    anna.rest().post("/notify/webhook", bare).refuses(422, "VALIDATION_ERROR").names("payload");
    bare.put("payload", List.of(true));
    bare.put("secret", "short");
    anna.rest().post("/notify/webhook", bare).refuses(422, "VALIDATION_ERROR").names("secret");
  }
}
