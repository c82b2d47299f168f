package tracker.link.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.harness.Answer;
import tracker.harness.Feed;
import tracker.harness.Parallel;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Links over REST: made, read from both sides, removed and brought back, never in a circle. */
class LinksRestIT {
  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Lund");
  private final Project project = Work.project(anna);
  private final String one = task("one");
  private final String two = task("two");
  private final String three = task("three");

  private String task(String title) {
    return Work.task(anna, project, title).field("key");
  }

  private static String links(String task) {
    return "/api/tasks/" + task + "/links";
  }

  private static Answer link(Person who, String task, String type, String other) {
    return who.rest().post(links(task), Map.of("type", type, "task_id", other));
  }

  private Answer link(String task, String type, String other) {
    return link(anna, task, type, other);
  }

  private static List<String> read(Person who, String task) {
    List<String> found = new ArrayList<>();
    Answer list = who.rest().get(links(task)).is(200);
    list.at("/items")
        .forEach(
            item ->
                found.add(
                    item.path("type").asText()
                        + " "
                        + item.path("direction").asText()
                        + " "
                        + item.path("key").asText()));
    assertEquals(found.size(), list.at("/total").asInt());
    return found;
  }

  private void undo(Answer change, int undone) {
    Answer answer =
        anna.rest()
            .post("/api/operations/" + change.header("X-Operation-Id") + "/undo", null)
            .is(200);
    assertEquals(undone, answer.at("/undone").asInt(), answer::toString);
  }

  @Test
  void a_link_is_made_by_key_or_id_and_read_from_both_sides() {
    Answer made = link(one, "blocks", two).is(201);
    assertEquals("blocks", made.field("type"));
    assertEquals("outward", made.field("direction"));
    assertEquals(two, made.field("key"));
    assertEquals("two", made.field("title"));
    assertEquals("todo", made.field("status"));
    assertEquals(anna.id(), made.field("created_by"));
    String at = links(one) + "/" + made.field("id");
    assertEquals(at, made.header("Location"));
    assertEquals(made.json(), anna.rest().get(at).is(200).json());
    assertEquals(made.json(), anna.rest().get(links(one)).is(200).at("/items/0"));
    Answer other = anna.rest().get(links(two) + "/" + made.field("id")).is(200);
    assertEquals("inward", other.field("direction"));
    assertEquals(one, other.field("key"));
    link(one, "relates", made.field("task_id")).is(201);
    assertEquals(List.of("blocks inward " + one, "relates inward " + one), read(anna, two));
  }

  @Test
  void inward_turns_a_link_round() {
    Answer made =
        anna.rest()
            .post(links(one), Map.of("type", "precedes", "task_id", two, "direction", "inward"))
            .is(201);
    assertEquals("inward", made.field("direction"));
    assertEquals(List.of("precedes outward " + one), read(anna, two));
  }

  @ParameterizedTest
  @ValueSource(strings = {"blocks", "relates", "duplicates", "precedes"})
  void the_same_link_is_there_once(String type) {
    link(one, type, two).is(201);
    link(one, type, two).refuses(409, "LINK_EXISTS").names("task_id");
    Answer back = link(two, type, one);
    switch (type) {
      case "relates" -> back.refuses(409, "LINK_EXISTS");
      case "duplicates" -> back.is(201);
      default -> back.refuses(409, "LINK_CYCLE");
    }
  }

  @Test
  void what_names_no_other_task_is_refused_by_field() {
    link(one, "blocks", one).refuses(422, "VALIDATION_ERROR").names("task_id");
    for (String unknown :
        List.of(project.key() + "-999", UUID.randomUUID().toString(), "so", " ")) {
      link(one, "blocks", unknown).refuses(422, "VALIDATION_ERROR").names("task_id");
    }
    link(one, "likes", two).refuses(422, "VALIDATION_ERROR").names("type");
    anna.rest().post(links(one), Map.of("type", "blocks")).refuses(422, "VALIDATION_ERROR");
    anna.rest().post(links(one), Map.of("task_id", two)).refuses(422, "VALIDATION_ERROR");
    link(project.key() + "-999", "blocks", two).refuses(404, "TASK_NOT_FOUND");
    String hidden = Work.task(boris, Work.project(boris), "Hidden").field("key");
    link(one, "blocks", hidden).refuses(422, "VALIDATION_ERROR").names("task_id");
    String gone = task("gone");
    anna.rest().delete("/api/tasks/" + gone).is(204);
    link(one, "blocks", gone).refuses(422, "VALIDATION_ERROR").names("task_id");
    link(gone, "blocks", one).refuses(404, "TASK_NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"blocks", "precedes"})
  void a_circle_is_refused_with_its_way(String type) {
    link(one, type, two).is(201);
    link(two, type, three).is(201);
    Answer refused = link(three, type, one).refuses(409, "LINK_CYCLE").names("task_id");
    String way = String.join(" → ", three, one, two, three);
    assertTrue(refused.text().contains(way), refused::toString);
    String other = type.equals("blocks") ? "precedes" : "blocks";
    link(three, other, one).is(201);
  }

  @Test
  void the_way_of_a_circle_names_only_what_the_caller_sees() {
    Project shared = Work.project(anna, "internal");
    Work.join(anna, shared, boris, "member");
    String first = Work.task(anna, shared, "First").field("key");
    String last = Work.task(anna, shared, "Last").field("key");
    link(first, "blocks", one).is(201);
    link(one, "blocks", two).is(201);
    link(two, "blocks", last).is(201);
    Answer refused = link(boris, last, "blocks", first).refuses(409, "LINK_CYCLE");
    assertTrue(refused.text().contains(last + " → " + first + " → … → " + last), refused::toString);
    assertFalse(refused.text().contains(one), refused::toString);
  }

  @Test
  void of_two_opposite_writers_at_one_moment_one_is_refused() {
    for (int round = 0; round < 10; round++) {
      String here = task("here " + round);
      String there = task("there " + round);
      List<Integer> answers =
          Parallel.times(
              2, i -> link(i == 0 ? here : there, "blocks", i == 0 ? there : here).status());
      assertEquals(List.of(201, 409), answers.stream().sorted().toList());
    }
  }

  @Test
  void of_many_writers_around_a_ring_the_last_one_is_refused() {
    List<String> ring = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      ring.add(task("ring " + i));
    }
    List<Integer> answers =
        Parallel.times(6, i -> link(ring.get(i), "precedes", ring.get((i + 1) % 6)).status());
    assertEquals(List.of(201, 201, 201, 201, 201, 409), answers.stream().sorted().toList());
  }

  @Test
  void of_many_who_make_the_same_link_one_does() {
    List<Integer> answers =
        Parallel.times(
            4, i -> link(i % 2 == 0 ? one : two, "relates", i % 2 == 0 ? two : one).status());
    assertEquals(List.of(201, 409, 409, 409), answers.stream().sorted().toList());
  }

  @Test
  void a_link_is_removed_from_either_side() {
    String first = link(one, "blocks", two).is(201).field("id");
    String second = link(one, "relates", two).is(201).field("id");
    anna.rest().delete(links(one) + "/" + first).is(204);
    anna.rest().delete(links(one) + "/" + first).refuses(404, "LINK_NOT_FOUND");
    anna.rest().delete(links(three) + "/" + second).refuses(404, "LINK_NOT_FOUND");
    anna.rest().with("If-Match", "\"7\"").delete(links(two) + "/" + second).refuses(412, "STALE");
    anna.rest().with("If-Match", "\"1\"").delete(links(two) + "/" + second).is(204);
    anna.rest().delete(links(two) + "/nonsense").refuses(404, "LINK_NOT_FOUND");
    assertEquals(List.of(), read(anna, one));
    link(two, "blocks", one).is(201);
  }

  @Test
  void viewers_read_and_strangers_find_nothing() {
    Work.join(anna, project, boris, "viewer");
    Person stranger = People.named("Olga Strand");
    String id = link(one, "blocks", two).is(201).field("id");
    assertEquals(List.of("blocks outward " + two), read(boris, one));
    link(boris, one, "blocks", three).refuses(403, "FORBIDDEN");
    boris.rest().delete(links(one) + "/" + id).refuses(403, "FORBIDDEN");
    stranger.rest().get(links(one)).refuses(404, "TASK_NOT_FOUND");
    link(stranger, one, "blocks", two).refuses(404, "TASK_NOT_FOUND");
    stranger.rest().delete(links(one) + "/" + id).refuses(404, "TASK_NOT_FOUND");
  }

  @Test
  void a_link_to_a_task_out_of_sight_is_not_there() {
    Project open = Work.project(anna, "internal");
    Work.join(anna, open, boris, "member");
    String seen = Work.task(anna, open, "Seen").field("key");
    Answer made = link(one, "blocks", seen).is(201);
    link(seen, "relates", Work.task(anna, open, "Also seen").field("key")).is(201);
    assertEquals(2, read(anna, seen).size());
    assertEquals(1, read(boris, seen).size());
    boris.rest().get(links(seen) + "/" + made.field("id")).refuses(404, "LINK_NOT_FOUND");
    boris.rest().delete(links(seen) + "/" + made.field("id")).refuses(404, "LINK_NOT_FOUND");
    String history = boris.rest().get("/api/tasks/" + seen + "/history").is(200).text();
    String hidden = anna.rest().get("/api/tasks/" + one).is(200).field("id");
    assertFalse(history.contains(hidden) || history.contains(one), history);
  }

  @Test
  void who_works_on_one_side_and_sees_the_other_may_link_and_unlink() {
    Project open = Work.project(anna, "internal");
    String seen = Work.task(anna, open, "Seen").field("key");
    String own = Work.task(boris, Work.project(boris), "Own").field("key");
    link(boris, seen, "blocks", own).refuses(403, "FORBIDDEN");
    Answer made = link(boris, own, "blocks", seen).is(201);
    boris.rest().delete(links(seen) + "/" + made.field("id")).refuses(403, "FORBIDDEN");
    assertEquals(List.of(), read(anna, seen));
    boris.rest().delete(links(own) + "/" + made.field("id")).is(204);
  }

  @Test
  void undo_takes_a_new_link_away_and_brings_a_removed_one_back() {
    Answer made = link(one, "blocks", two).is(201);
    undo(made, 1);
    assertEquals(List.of(), read(anna, one));
    Answer again = link(one, "blocks", two).is(201);
    Answer removed = anna.rest().delete(links(two) + "/" + again.field("id")).is(204);
    undo(removed, 1);
    assertEquals(List.of("blocks inward " + one), read(anna, two));
  }

  @Test
  void undo_brings_back_neither_a_circle_nor_a_double() {
    Answer made = link(one, "blocks", two).is(201);
    Answer removed = anna.rest().delete(links(one) + "/" + made.field("id")).is(204);
    String other = link(two, "blocks", one).is(201).field("id");
    String undo = "/api/operations/" + removed.header("X-Operation-Id") + "/undo";
    Answer skipped = anna.rest().post(undo, null).is(200);
    assertEquals(0, skipped.at("/undone").asInt());
    assertEquals("LINK_CYCLE", skipped.at("/skipped/0/code").asText());
    anna.rest().delete(links(one) + "/" + other).is(204);
    link(one, "blocks", two).is(201);
    assertEquals(
        "LINK_EXISTS", anna.rest().post(undo, null).is(200).at("/skipped/0/code").asText());
  }

  @Test
  void both_histories_tell_it_and_undo_of_the_task_is_not_in_its_way() {
    Answer made = link(one, "blocks", two).is(201);
    for (String key : List.of(one, two)) {
      JsonNode last = anna.rest().get("/api/tasks/" + key + "/history").is(200).at("/items/0");
      assertEquals("links." + made.field("id"), last.path("field").asText());
      assertEquals("blocks", last.path("new").path("type").asText());
      assertEquals(made.header("X-Operation-Id"), last.path("operation_id").asText());
    }
    Answer before = anna.rest().get("/api/tasks/" + one).is(200);
    assertEquals("\"1\"", before.header("ETag"));
    Answer titled = anna.rest().patch("/api/tasks/" + one, Map.of("title", "1")).is(200);
    link(one, "relates", three).is(201);
    undo(titled, 1);
    assertEquals(2, read(anna, one).size());
  }

  @Test
  void a_task_takes_its_links_into_the_trash_and_brings_them_back() {
    String id = link(one, "blocks", two).is(201).field("id");
    anna.rest().delete("/api/tasks/" + two).is(204);
    assertEquals(List.of(), read(anna, one));
    assertEquals(List.of("blocks inward " + one), read(anna, two));
    anna.rest().delete(links(one) + "/" + id).refuses(404, "LINK_NOT_FOUND");
    anna.rest().delete(links(two) + "/" + id).refuses(404, "TASK_NOT_FOUND");
    link(three, "blocks", one).is(201);
    anna.rest().post("/api/tasks/" + two + "/restore", null).is(200);
    assertEquals(List.of("blocks outward " + two, "blocks inward " + three), read(anna, one));
    link(two, "blocks", three).refuses(409, "LINK_CYCLE");
  }

  @Test
  void a_list_comes_in_parts() {
    link(one, "relates", two).is(201);
    link(one, "blocks", two).is(201);
    link(one, "precedes", three).is(201);
    link(three, "duplicates", one).is(201);
    List<String> walked = new ArrayList<>();
    String next = "";
    do {
      Answer part = anna.rest().get(links(one) + "?limit=3" + next).is(200);
      assertEquals("4", part.field("total"));
      part.at("/items").forEach(item -> walked.add(item.path("type").asText()));
      next = part.at("/next").isNull() ? "" : "&cursor=" + part.field("next");
    } while (!next.isEmpty());
    assertEquals(List.of("relates", "blocks", "precedes", "duplicates"), walked);
    assertEquals(1, anna.rest().get(links(one) + "?limit=3&page=2").is(200).at("/items").size());
    anna.rest().get(links(one) + "?cursor=no").refuses(422, "VALIDATION_ERROR").names("cursor");
  }

  @Test
  void the_feed_tells_of_a_link_only_who_sees_both_tasks() {
    Project hidden = Work.project(anna);
    String other = Work.task(anna, hidden, "not for Boris").field("key");
    Work.join(anna, project, boris, "member");
    String from = Work.task(anna, project, "a mark").field("id");
    link(one, "blocks", two).is(201);
    link(one, "relates", other).is(201);
    assertEquals(2, told(anna, from));
    assertEquals(1, told(boris, from));
  }

  /** How many links the feed tells of that were made after a task. */
  private long told(Person who, String mark) {
    Feed.settle();
    boolean marked = false;
    long found = 0;
    String next = "";
    while (true) {
      Answer part =
          who.rest().get("/api/changes?limit=200&project=" + project.key() + "&after=" + next);
      for (JsonNode item : part.is(200).at("/items")) {
        marked |= item.path("entity_id").asText().equals(mark);
        found += marked && item.path("entity").asText().equals("link") ? 1 : 0;
      }
      next = part.field("next");
      if (!part.at("/more").asBoolean()) {
        return found;
      }
    }
  }
}
