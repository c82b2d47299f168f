package tracker.filter.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Feed;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Kept queries over REST. */
class FiltersRestIT {
  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Ivanov");
  private final Project project = Work.project(anna);
  private final String mark = project.key();

  private static Map<String, Object> body(String name, String query, boolean shared) {
    return Map.of("name", name, "query", query, "shared", shared);
  }

  private Answer kept(Person who, String name, String query, boolean shared) {
    return who.rest().post("/api/filters", body(name + " " + mark, query, shared)).is(201);
  }

  private List<String> names(Person who, String more) {
    List<String> names = new ArrayList<>();
    who.rest()
        .get("/api/filters?q=" + mark + more)
        .is(200)
        .at("/items")
        .forEach(one -> names.add(one.path("name").asText().replace(" " + mark, "")));
    return names;
  }

  @Test
  void a_filter_is_kept_read_changed_and_deleted() {
    Answer made = kept(anna, "  Mine", "assignee = me and is open", false);
    String path = "/api/filters/" + made.field("id");
    assertEquals(path, made.header("Location"));
    assertEquals("Mine " + mark, made.field("name"));
    assertEquals("false", made.field("shared"));
    assertEquals("false", made.field("pinned"));
    assertEquals(anna.id(), made.field("created_by"));
    assertEquals("\"1\"", made.header("ETag"));
    assertEquals(made.text(), anna.rest().get(path).is(200).text());
    anna.rest().with("If-None-Match", "\"1\"").get(path).is(304);
    Answer changed =
        anna.rest()
            .with("If-Match", "\"1\"")
            .patch(path, Map.of("query", "is overdue", "shared", true))
            .is(200);
    assertEquals("is overdue", changed.field("query"));
    assertEquals("true", changed.field("shared"));
    assertEquals("2", changed.field("version"));
    Answer stale = anna.rest().with("If-Match", "\"1\"").patch(path, Map.of("name", "x"));
    stale.refuses(412, "STALE");
    assertEquals("is overdue", stale.at("/current/query").asText());
    anna.rest().with("If-Match", "\"1\"").delete(path).refuses(412, "STALE");
    anna.rest().delete(path).is(204);
    anna.rest().get(path).refuses(404, "FILTER_NOT_FOUND");
    anna.rest().delete(path).refuses(404, "FILTER_NOT_FOUND");
  }

  @Test
  void private_ones_are_unknown_to_others_and_shared_ones_are_changed_by_owner_and_administrator() {
    String own = "/api/filters/" + kept(anna, "Own", "is open", false).field("id");
    String shared = "/api/filters/" + kept(anna, "Shared", "is open", true).field("id");
    for (Person other : List.of(boris, People.admin())) {
      other.rest().get(own).refuses(404, "FILTER_NOT_FOUND");
      other.rest().patch(own, Map.of("name", "x")).refuses(404, "FILTER_NOT_FOUND");
      other.rest().delete(own).refuses(404, "FILTER_NOT_FOUND");
      other.rest().put(own + "/pin", Map.of()).refuses(404, "FILTER_NOT_FOUND");
      assertEquals(List.of("Shared"), names(other, ""));
    }
    assertEquals(List.of("Own", "Shared"), names(anna, ""));
    boris.rest().get(shared).is(200);
    boris.rest().patch(shared, Map.of("name", "x")).refuses(403, "FORBIDDEN");
    boris.rest().delete(shared).refuses(403, "FORBIDDEN");
    People.admin().rest().patch(shared, Map.of("shared", false)).is(200);
    boris.rest().get(shared).refuses(404, "FILTER_NOT_FOUND");
    People.admin().rest().get(shared).refuses(404, "FILTER_NOT_FOUND");
    anna.rest().get(shared).is(200);
  }

  @Test
  void a_query_that_means_nothing_is_refused_with_the_position_that_q_names() {
    for (String query : List.of("status = todo and (tag in (x)", "status = tado", "key = x")) {
      Answer refused = anna.rest().post("/api/filters", body("Wrong " + mark, query, false));
      refused.refuses(422, "VALIDATION_ERROR").names("query");
      Answer asked =
          anna.rest()
              .get("/api/tasks?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
              .is(422);
      assertEquals(
          asked.at("/error/fields/q").asText(), refused.at("/error/fields/query").asText());
    }
    String id = kept(anna, "Right", "is open", false).field("id");
    anna.rest()
        .patch("/api/filters/" + id, Map.of("query", "status = "))
        .refuses(422, "VALIDATION_ERROR")
        .names("query");
    assertEquals("is open", anna.rest().get("/api/filters/" + id).field("query"));
  }

  @Test
  void what_is_missing_too_long_or_unknown_is_refused() {
    Map<String, Object> bare = Map.of("shared", true);
    anna.rest().post("/api/filters", bare).refuses(422, "VALIDATION_ERROR").names("name");
    anna.rest().post("/api/filters", bare).names("query");
    anna.rest()
        .post("/api/filters", body("x".repeat(101), "is open", false))
        .refuses(422, "VALIDATION_ERROR")
        .names("name");
    anna.rest()
        .post("/api/filters", body(" ", "is open", false))
        .refuses(422, "VALIDATION_ERROR")
        .names("name");
    anna.rest()
        .post("/api/filters", body("Long", "x".repeat(2001), false))
        .refuses(422, "VALIDATION_ERROR")
        .names("query");
    Map<String, Object> more = new LinkedHashMap<>(body("More", "is open", false));
    more.put("colour", "red");
    anna.rest().post("/api/filters", more).refuses(422, "VALIDATION_ERROR").names("colour");
    String path = "/api/filters/" + kept(anna, "There", "is open", false).field("id");
    Map<String, Object> cleared = new LinkedHashMap<>();
    cleared.put("name", null);
    anna.rest().patch(path, cleared).refuses(422, "VALIDATION_ERROR").names("name");
    for (String unknown : List.of("no-id", UUID.randomUUID().toString())) {
      anna.rest().get("/api/filters/" + unknown).refuses(404, "FILTER_NOT_FOUND");
    }
    anna.rest().get("/api/filters?limit=0").refuses(422, "VALIDATION_ERROR").names("limit");
    anna.rest().get("/api/filters?pinned=x").refuses(422, "VALIDATION_ERROR").names("pinned");
  }

  @Test
  void names_are_unique_for_an_owner_without_regard_to_case() {
    Answer first = kept(anna, "Daily", "is open", false);
    anna.rest()
        .post("/api/filters", body("dAILY " + mark, "is closed", false))
        .refuses(409, "FILTER_TAKEN")
        .names("name");
    kept(boris, "Daily", "is open", true);
    String second = kept(anna, "Weekly", "is open", false).field("id");
    anna.rest()
        .patch("/api/filters/" + second, Map.of("name", "Daily " + mark))
        .refuses(409, "FILTER_TAKEN")
        .names("name");
    anna.rest().patch("/api/filters/" + second, Map.of("name", "WEEKLY " + mark)).is(200);
    anna.rest().delete("/api/filters/" + first.field("id")).is(204);
    kept(anna, "Daily", "is open", false);
  }

  @Test
  void each_pins_for_themselves() {
    String path = "/api/filters/" + kept(anna, "Pinned", "is open", true).field("id");
    anna.rest().put(path + "/pin", Map.of()).is(204);
    anna.rest().put(path + "/pin", Map.of()).is(204);
    Answer pinned = anna.rest().get(path).is(200);
    assertEquals("true", pinned.field("pinned"));
    assertEquals("1", pinned.field("version"));
    assertEquals("false", boris.rest().get(path).is(200).field("pinned"));
    assertEquals(List.of("Pinned"), names(anna, "&pinned=true"));
    assertEquals(List.of(), names(boris, "&pinned=true"));
    anna.rest().with("If-None-Match", "\"1\"").get(path).is(200);
    anna.rest().with("If-None-Match", pinned.header("ETag")).get(path).is(304);
    anna.rest()
        .with("If-Match", pinned.header("ETag"))
        .patch(path, Map.of("name", "Still pinned " + mark))
        .is(200);
    anna.rest().delete(path + "/pin").is(204);
    anna.rest().delete(path + "/pin").is(204);
    assertEquals(List.of(), names(anna, "&pinned=true"));
    Map<String, Object> atOnce = new LinkedHashMap<>(body("At once " + mark, "is open", false));
    atOnce.put("pinned", true);
    assertEquals("true", anna.rest().post("/api/filters", atOnce).is(201).field("pinned"));
  }

  @Test
  void the_list_is_walked_by_page_and_by_cursor() {
    List.of("Cc", "aa", "Bb", "dd").forEach(name -> kept(anna, name, "is open", false));
    assertEquals(List.of("aa", "Bb"), names(anna, "&limit=2"));
    assertEquals(List.of("Cc", "dd"), names(anna, "&limit=2&page=2"));
    String next = anna.rest().get("/api/filters?q=" + mark + "&limit=3").is(200).field("next");
    assertEquals(List.of("dd"), names(anna, "&limit=3&cursor=" + next));
    anna.rest().get("/api/filters?cursor=x").refuses(422, "VALIDATION_ERROR").names("cursor");
  }

  @Test
  void a_list_of_tasks_is_narrowed_by_a_filter_and_by_what_is_asked_beside_it() {
    Work.task(anna, project, "low", Map.of("priority", "low"));
    Work.task(anna, project, "high", Map.of("priority", "high"));
    Work.task(anna, project, "higher", Map.of("priority", "high"));
    String query = "project = " + project.key() + " and priority = high order by title desc";
    String id = kept(anna, "High", query, true).field("id");
    assertEquals(List.of("higher", "high"), titles(anna, "filter=" + id));
    assertEquals(List.of("high"), titles(anna, "filter=" + id + "&q=title+%3D+high"));
    assertEquals(List.of("high", "higher"), titles(anna, "filter=" + id + "&sort=title"));
    assertEquals(List.of(), titles(anna, "filter=" + id + "&status=done"));
    Answer part = anna.rest().get("/api/tasks?limit=1&filter=" + id).is(200);
    assertEquals("2", part.field("total"));
    assertEquals(
        List.of("high"), titles(anna, "limit=1&filter=" + id + "&cursor=" + part.field("next")));
    // what it names is unknown to others, as it would be in q
    boris.rest().get("/api/tasks?filter=" + id).refuses(422, "VALIDATION_ERROR").names("filter");
    String own = kept(anna, "Own", "is open", false).field("id");
    for (String unknown : List.of(own, "no-id", UUID.randomUUID().toString())) {
      boris.rest().get("/api/tasks?filter=" + unknown).refuses(404, "FILTER_NOT_FOUND");
    }
  }

  private static List<String> titles(Person who, String asked) {
    List<String> titles = new ArrayList<>();
    who.rest()
        .get("/api/tasks?" + asked)
        .is(200)
        .at("/items")
        .forEach(one -> titles.add(one.path("title").asText()));
    return titles;
  }

  @Test
  void changes_are_recorded_and_taken_back() {
    Answer made = kept(anna, "First", "is open", false);
    String path = "/api/filters/" + made.field("id");
    anna.rest().put(path + "/pin", Map.of()).is(204);
    Answer renamed = anna.rest().patch(path, Map.of("name", "Second " + mark)).is(200);
    undone(anna, renamed, 1);
    assertEquals("First " + mark, anna.rest().get(path).is(200).field("name"));
    Answer quiet = anna.rest().patch(path, Map.of("name", "First " + mark)).is(200);
    assertEquals("3", quiet.field("version"));
    Answer gone = anna.rest().delete(path).is(204);
    Answer other = kept(anna, "First", "is closed", false);
    undone(anna, gone, 0);
    anna.rest().delete("/api/filters/" + other.field("id")).is(204);
    undone(anna, gone, 1);
    assertEquals("true", anna.rest().get(path).is(200).field("pinned"));
    Answer fresh = kept(anna, "Fresh", "is open", false);
    undone(anna, fresh, 1);
    anna.rest().get("/api/filters/" + fresh.field("id")).refuses(404, "FILTER_NOT_FOUND");
  }

  private static void undone(Person who, Answer change, int expected) {
    Answer undo =
        who.rest()
            .post("/api/operations/" + change.header("X-Operation-Id") + "/undo", Map.of())
            .is(200);
    assertEquals(Integer.toString(expected), undo.field("undone"), undo.text());
    assertEquals(1 - expected, undo.at("/skipped").size(), undo.text());
  }

  @Test
  void the_feed_tells_of_a_filter_those_who_see_it() {
    String own = kept(anna, "Own", "is open", false).field("id");
    String shared = kept(anna, "Shared", "is open", true).field("id");
    assertTrue(feed(anna).contains(own));
    String told = feed(boris);
    assertTrue(told.contains(shared), told);
    assertFalse(told.contains(own), told);
  }

  private static String feed(Person who) {
    Feed.settle();
    StringBuilder all = new StringBuilder();
    String after = "";
    Answer part;
    do {
      part = who.rest().get("/api/changes?entity=filter&limit=200" + after).is(200);
      all.append(part.text());
      after = "&after=" + part.field("next");
    } while (part.field("more").equals("true"));
    return all.toString();
  }
}
