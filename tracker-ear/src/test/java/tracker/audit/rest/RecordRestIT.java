package tracker.audit.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tracker.harness.Answer;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** The record of all changes by REST, for administrators. */
class RecordRestIT {
  private static final String CHANGES = "/api/admin/audit/changes";
  private final Person anna = People.named("Anna Weber");

  private static Answer asked(String query) {
    return People.admin().rest().get(CHANGES + "?" + query).is(200);
  }

  private static List<String> fields(Answer answer) {
    List<String> fields = new ArrayList<>();
    for (JsonNode one : answer.at("/items")) {
      fields.add(one.path("entity").asText() + "." + one.path("field").asText());
    }
    return fields;
  }

  @Test
  void an_administrator_reads_who_did_what_also_in_private_projects() {
    Project project = Work.project(anna);
    Answer task = Work.task(anna, project, "Old words");
    String path = "/api/tasks/" + task.field("key");
    anna.rest().patch(path, Map.of("title", "New words")).is(200);
    anna.rest().delete(path).is(204);
    Answer all = asked("project=" + project.key());
    assertEquals(
        List.of(
            "task.deleted",
            "task.title",
            "task.created",
            "project.members." + anna.id(),
            "project.created"),
        fields(all));
    JsonNode changed = all.at("/items/1");
    assertEquals("Old words", changed.path("old").asText());
    assertEquals("New words", changed.path("new").asText());
    assertEquals("Anna Weber", changed.path("actor").asText());
    assertEquals(task.field("key"), changed.path("task_key").asText());
    assertEquals(
        List.of("task.deleted"), fields(asked("project=" + project.key() + "&action=deleted")));
    assertEquals(
        List.of("project.created"),
        fields(asked("project=" + project.id() + "&entity=project&action=created")));
    Person other = People.named("Boris Lang");
    assertEquals(List.of(), fields(asked("project=" + project.key() + "&actor_id=" + other.id())));
    assertEquals(List.of(), fields(asked("project=" + project.key() + "&to=2001-01-01")));
    Answer first = asked("project=" + project.key() + "&limit=4");
    assertEquals(5, first.at("/total").asInt());
    assertEquals(
        List.of("project.created"),
        fields(asked("project=" + project.key() + "&limit=4&cursor=" + first.field("next"))));
  }

  @Test
  void what_somebody_keeps_for_themselves_is_told_without_its_words() {
    anna.rest()
        .post("/api/filters", Map.of("name", "Mine " + Work.aKey(), "query", "is open"))
        .is(201);
    Answer all = asked("entity=filter&actor_id=" + anna.id() + "&limit=1");
    assertEquals(List.of("filter.created"), fields(all));
    assertTrue(all.at("/items/0/new").isNull(), all::toString);
    assertFalse(all.text().contains("Mine "), all::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "actor_id=x, actor_id",
    "entity=boss, entity",
    "action=touched, action",
    "project=NOSUCHKEY, project",
    "from=yesterday, from",
    "from=2026-02-02&to=2026-02-01, to",
    "cursor=x, cursor",
    "limit=0, limit",
  })
  void what_means_nothing_is_refused_by_name(String query, String field) {
    Answer refused = People.admin().rest().get(CHANGES + "?" + query);
    refused.refuses(422, "VALIDATION_ERROR");
    assertFalse(refused.at("/error/fields/" + field).isMissingNode(), refused::toString);
  }
}
