package tracker.webhook.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Feed;
import tracker.harness.Hook;
import tracker.harness.People;
import tracker.harness.People.Person;

/** What became of webhooks is in the record of changes. */
class WebhookHistoryRestIT {
  private final Person anna = People.newcomer();

  /** Where the feed ends for somebody who has seen little. */
  private static String end(Person who) {
    Feed.settle();
    Answer part = who.rest().get("/api/changes?limit=200").is(200);
    while (!part.at("/items").isEmpty()) {
      part = who.rest().get("/api/changes?limit=200&after=" + part.field("next")).is(200);
    }
    return part.field("next");
  }

  private static List<String> told(Person who, String after, String id) {
    Feed.settle();
    List<String> told = new ArrayList<>();
    for (JsonNode one :
        who.rest().get("/api/changes?limit=200&after=" + after).is(200).at("/items")) {
      if (one.path("entity_id").asText().equals(id)) {
        told.add(one.path("field").asText() + ": " + one.path("old") + " -> " + one.path("new"));
      }
    }
    return told;
  }

  @Test
  void administrators_find_each_change_of_it_and_never_a_secret() {
    String before = end(anna);
    String url = "https://hooks.example.com/services/T0CEN/pass-4471";
    Map<String, Object> body = Map.of("url", url, "events", List.of("tag.*"));
    Answer made = anna.rest().post("/api/webhooks", body).is(201);
    String id = made.field("id");
    String path = "/api/webhooks/" + id;
    anna.rest().post(path + "/pause", null).is(200);
    anna.rest().post(path + "/pause", null).is(200);
    String rotated = anna.rest().post(path + "/rotate", null).is(200).field("secret");
    anna.rest().patch(path, Map.of("url", "https://other.example.com:8443/x")).is(200);
    String deletion = anna.rest().delete(path).is(204).header("X-Operation-Id");
    List<String> expected =
        List.of(
            "created: null -> true",
            "url: null -> \"https://hooks.example.com/…\"",
            "events: null -> [\"tag.*\"]",
            "project_id: null -> null",
            "active: null -> true",
            "active: true -> false",
            "secret: null -> \"rotated\"",
            "url: \"https://hooks.example.com/…\" -> \"https://other.example.com:8443/…\"",
            "deleted: \"https://other.example.com:8443/…\" -> true");
    assertEquals(expected, told(People.admin(), before, id));
    assertEquals(expected, told(anna, before, id));
    assertEquals(List.of(), told(People.named("Boris Ivanov"), before, id));
    String all = People.admin().rest().get("/api/changes?limit=200&after=" + before).text();
    for (String secret : List.of(made.field("secret"), rotated, "T0CEN", "pass-4471")) {
      assertFalse(all.contains(secret), secret);
    }
    Answer undo = anna.rest().post("/api/operations/" + deletion + "/undo", null).is(200);
    assertEquals("0", undo.field("undone"));
    assertEquals(id, undo.at("/skipped/0/id").asText());
  }

  @Test
  void who_listens_to_all_is_not_told_of_webhooks() {
    try (Hook hook = Hook.listening()) {
      Person person = People.newcomer();
      Map<String, Object> all = Map.of("url", hook.url(), "events", List.of("*"));
      String id = person.rest().post("/api/webhooks", all).is(201).field("id");
      person.rest().patch("/api/webhooks/" + id, Map.of("events", List.of("*", "tag.*"))).is(200);
      person.rest().post("/api/filters", Map.of("name", "Mine", "query", "is open")).is(201);
      assertEquals("filter.created", hook.next().json().path("type").asText());
    }
  }
}
