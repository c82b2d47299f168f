package tracker.feed.rest;

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
import tracker.harness.Feed;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Rest;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** The feed part by part, as a program walks it. */
class ChangesRestIT {
  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Ivanov");
  private final Project project = Work.project(anna);

  /** Walks from a place to the end; the last element is the place that was reached. */
  private static List<JsonNode> walk(Person person, String from, List<String> place) {
    Feed.settle();
    List<JsonNode> items = new ArrayList<>();
    JsonNode part;
    String next = from;
    do {
      part = person.rest().get("/api/changes?limit=200&after=" + next).is(200).json();
      part.path("items").forEach(items::add);
      next = part.path("next").asText();
    } while (part.path("more").asBoolean());
    place.clear();
    place.add(next);
    return items;
  }

  private String end(Person person) {
    List<String> place = new ArrayList<>();
    walk(person, "", place);
    return place.get(0);
  }

  @Test
  void each_change_comes_once_with_what_it_is_about() {
    String from = end(anna);
    Answer task = Work.task(anna, project, "Count the towels");
    String key = task.field("key");
    Answer patched = anna.rest().patch("/api/tasks/" + key, Map.of("status", "done")).is(200);
    anna.rest().post("/api/tasks/" + key + "/comments", Map.of("body", "Forty")).is(201);
    List<String> place = new ArrayList<>();
    List<JsonNode> items =
        walk(anna, from, place).stream()
            .filter(one -> one.path("project_id").asText().equals(project.id()))
            .toList();
    assertEquals(3, items.size(), items::toString);
    JsonNode status = items.get(1);
    assertEquals("task", status.path("entity").asText());
    assertEquals(task.field("id"), status.path("entity_id").asText());
    assertEquals(key, status.path("task_key").asText());
    assertEquals(project.key(), status.path("project_key").asText());
    assertEquals(anna.id(), status.path("actor_id").asText());
    assertEquals("status", status.path("field").asText());
    assertEquals("todo", status.path("old").asText());
    assertEquals("done", status.path("new").asText());
    assertEquals(
        patched.header("X-Operation-Id"), status.path("operation_id").asText(), items::toString);
    JsonNode comment = items.get(2);
    assertEquals("comment", comment.path("entity").asText());
    assertEquals(key, comment.path("task_key").asText());
    List<JsonNode> rest =
        walk(anna, status.path("cursor").asText(), place).stream()
            .filter(one -> one.path("project_id").asText().equals(project.id()))
            .toList();
    assertEquals(List.of(comment), rest, "The cursor of a change is the place behind it");
    walk(anna, place.get(0), place)
        .forEach(one -> assertFalse(one.path("task_key").asText().equals(key)));
  }

  @Test
  void the_words_of_a_comment_that_was_taken_back_are_not_told_any_more() {
    String from = end(anna);
    String key = Work.task(anna, project, "Said too much").field("key");
    Map<String, String> words = Map.of("body", "the code of the safe");
    Answer said = anna.rest().post("/api/tasks/" + key + "/comments", words).is(201);
    assertTrue(walk(anna, from, new ArrayList<>()).toString().contains("the code of the safe"));
    anna.rest().delete("/api/comments/" + said.field("id")).is(204);
    List<JsonNode> later = walk(anna, from, new ArrayList<>());
    assertFalse(later.toString().contains("the code of the safe"));
    long told =
        later.stream()
            .filter(one -> one.path("entity_id").asText().equals(said.field("id")))
            .count();
    assertEquals(2, told, "That something was said and taken back is told");
  }

  @Test
  void the_feed_can_be_narrowed() {
    String from = end(anna);
    String key = Work.task(anna, project, "Narrow").field("key");
    anna.rest().post("/api/tasks/" + key + "/comments", Map.of("body", "Wide")).is(201);
    String query = "/api/changes?after=" + from + "&project=" + project.key();
    Feed.settle();
    assertEquals(2, anna.rest().get(query).is(200).json().path("items").size());
    Answer comments = anna.rest().get(query + "&entity=comment").is(200);
    assertEquals(1, comments.json().path("items").size());
    assertEquals("comment", comments.field("items/0/entity"));
    assertEquals(0, boris.rest().get(query).is(200).json().path("items").size());
  }

  @Test
  void a_private_project_is_not_told_of_to_strangers_nor_to_those_who_left() {
    String from = end(boris);
    String key = Work.task(anna, project, "Between us").field("key");
    List<String> place = new ArrayList<>();
    assertFalse(walk(boris, from, place).toString().contains("Between us"));
    Work.join(anna, project, boris, "viewer");
    assertTrue(walk(boris, from, place).toString().contains(key), "All of it, for members");
    anna.rest().delete("/api/projects/" + project.key() + "/members/" + boris.id()).is(204);
    List<JsonNode> after = walk(boris, from, place);
    assertFalse(after.toString().contains("Between us"), after::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0,limit",
    "limit=201,limit",
    "limit=x,limit",
    "after=x,after",
    "after=WyJ4Il0,after"
  })
  void what_is_no_limit_and_no_cursor_is_refused(String query, String field) {
    anna.rest().get("/api/changes?" + query).refuses(422, "VALIDATION_ERROR").names(field);
  }

  @Test
  void strangers_are_told_nothing() {
    Rest.stranger().get("/api/changes").refuses(401, "UNAUTHENTICATED");
  }
}
