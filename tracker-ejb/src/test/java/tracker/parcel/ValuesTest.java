package tracker.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tracker.shared.Ids;
import tracker.shared.Json;

class ValuesTest {
  private final Values values = new Values(Map.of("here", "there"));

  private static Packed.Entry entry(
      String entity, String field, @Nullable JsonNode old, @Nullable JsonNode now) {
    Instant at = Instant.parse("2026-11-20T00:00:00Z");
    return new Packed.Entry(
        Ids.next(), entity, Ids.next(), null, null, at, null, Ids.next(), field, old, now);
  }

  private static JsonNode text(String words) {
    return TextNode.valueOf(words);
  }

  @Test
  void assignees_members_and_what_tasks_began_with_get_the_other_names() {
    Packed.Entry moved = values.of(entry("task", "assignee_id", text("here"), text("somebody")));
    assertEquals(text("there"), moved.old());
    assertEquals(text("somebody"), moved.now());
    JsonNode fields = Json.shared().valueToTree(Map.of("assignee_id", "here", "title", "here"));
    JsonNode begun = values.of(entry("task", "created", null, fields)).now();
    assertEquals(Json.shared().valueToTree(Map.of("assignee_id", "there", "title", "here")), begun);
    assertEquals("here", fields.path("assignee_id").asText(), "what was given stays");
    assertEquals("members.there", values.of(entry("project", "members.here", null, null)).field());
  }

  @Test
  void words_that_only_look_like_a_name_stay() {
    assertEquals(text("here"), values.of(entry("task", "title", null, text("here"))).now());
    assertEquals(
        text("here"), values.of(entry("comment", "assignee_id", null, text("here"))).now());
    assertEquals("members.here", values.of(entry("task", "members.here", null, null)).field());
  }
}
