package tracker.search.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.harness.Answer;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Rest;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Finding: what stands in and on tasks, for those who see them, as soon as it is said. */
class SearchRestIT {
  private final Person anna = People.named("Anna Weber");
  private final Person stranger = People.named("Olga Strand");
  private final Project project = Work.project(anna);
  private final String mark = mark();

  private static String mark() {
    return "q" + UUID.randomUUID().toString().replaceAll("[0-9-]", "") + "zebra";
  }

  private static Answer find(Person who, String text) {
    return who.rest().get("/api/search?q=" + coded(text));
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<String> keys(Answer found) {
    List<String> keys = new ArrayList<>();
    found.is(200).at("/items").forEach(one -> keys.add(one.path("key").asText()));
    return keys;
  }

  private String task(String title) {
    return Work.task(anna, project, title).field("key");
  }

  @Test
  void a_task_is_found_by_title_text_comment_and_file_name_the_title_first() {
    String file = task("Plan of the house");
    anna.rest().upload("/api/tasks/" + file + "/attachments", mark + ".txt", new byte[] {65});
    String comment = task("Talk");
    anna.rest().post("/api/tasks/" + comment + "/comments", Map.of("body", "<b>" + mark + "</b>"));
    String text =
        Work.task(anna, project, "Text", Map.of("description", mark + " " + mark)).field("key");
    String title = task("A title with " + mark);
    Answer found = find(anna, mark);
    assertEquals(4, keys(found).size());
    assertEquals(title, keys(found).get(0));
    assertEquals("title", found.at("/items/0/where").asText());
    assertEquals("A title with " + mark, found.at("/items/0/title").asText());
    assertEquals("A title with \u0002" + mark + "\u0003", found.at("/items/0/snippet").asText());
    found
        .at("/items")
        .forEach(
            one -> {
              String key = one.path("key").asText();
              String expected =
                  key.equals(file)
                      ? "file"
                      : key.equals(comment)
                          ? "comment"
                          : key.equals(text) ? "description" : "title";
              assertEquals(expected, one.path("where").asText());
              if (key.equals(comment)) {
                assertEquals("<b>\u0002" + mark + "\u0003</b>", one.path("snippet").asText());
              }
            });
    assertEquals(List.of(title), keys(anna.rest().get("/api/search?limit=1&q=" + mark)));
  }

  @Test
  void a_wrong_letter_still_finds() {
    String key = task("Fix the " + mark + " printer");
    assertEquals(List.of(key), keys(find(anna, mark + " prinetr")));
    assertEquals(List.of(key), keys(find(anna, mark.replace("zebra", "zebbra"))));
    assertEquals(List.of(), keys(find(anna, mark + " scanner")));
  }

  @Test
  void a_key_goes_straight_to_its_task_also_a_former_one() {
    String key = task("First");
    task("Second " + key);
    Project other = Work.project(anna);
    for (String typed : List.of(key, key.toLowerCase(), key.replace('-', ' '))) {
      Answer found = find(anna, typed);
      assertEquals(key, keys(found).get(0), typed);
      assertEquals("key", found.at("/items/0/where").asText());
    }
    String moved =
        anna.rest().patch("/api/tasks/" + key, Map.of("project", other.key())).is(200).field("key");
    assertEquals(moved, keys(find(anna, key)).get(0));
    assertTrue(keys(find(stranger, key)).isEmpty());
  }

  @Test
  void words_follow_changes_trash_undo_and_moves() {
    String key = task(mark);
    Answer changed = anna.rest().patch("/api/tasks/" + key, Map.of("title", "else")).is(200);
    assertEquals(List.of(), keys(find(anna, mark)));
    anna.rest().post("/api/operations/" + changed.header("X-Operation-Id") + "/undo", null).is(200);
    assertEquals(List.of(key), keys(find(anna, mark)));
    anna.rest().delete("/api/tasks/" + key).is(204);
    assertEquals(List.of(), keys(find(anna, mark)));
    anna.rest().post("/api/tasks/" + key + "/restore", null).is(200);
    assertEquals(List.of(key), keys(find(anna, mark)));
    Project other = Work.project(anna);
    String moved =
        anna.rest().patch("/api/tasks/" + key, Map.of("project", other.key())).is(200).field("key");
    assertEquals(List.of(moved), keys(find(anna, mark)));
    Answer said =
        anna.rest().post("/api/tasks/" + moved + "/comments", Map.of("body", "other" + mark));
    assertEquals(List.of(moved), keys(find(anna, "other" + mark)));
    anna.rest().delete("/api/comments/" + said.field("id")).is(204);
    assertEquals(List.of(), keys(find(anna, "other" + mark)));
  }

  @Test
  void a_stranger_finds_nothing_of_a_private_project() {
    String key = task(mark);
    anna.rest().post("/api/tasks/" + key + "/comments", Map.of("body", "deep" + mark)).is(201);
    assertEquals(List.of(), keys(find(stranger, mark)));
    assertEquals(List.of(), keys(find(stranger, "deep" + mark)));
    assertEquals(List.of(), keys(find(stranger, mark.replace("zebra", "zebbra"))));
    Work.join(anna, project, stranger, "viewer");
    assertEquals(List.of(key), keys(find(stranger, mark)));
    assertEquals(List.of(key), keys(find(People.admin(), mark)));
    Answer personal = anna.rest().post("/api/tasks", Map.of("title", "own" + mark)).is(201);
    assertEquals(List.of(personal.field("key")), keys(find(anna, "own" + mark)));
    assertEquals(List.of(), keys(find(stranger, "own" + mark)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?q=", "?q=%20%20", "?q=%00"})
  void nothing_to_find_is_refused(String query) {
    anna.rest().get("/api/search" + query).refuses(422, "VALIDATION_ERROR").names("q");
  }

  @Test
  void too_long_texts_and_bad_limits_are_refused_and_strangers_are_asked_in() {
    anna.rest().get("/api/search?q=" + "a".repeat(201)).refuses(422, "VALIDATION_ERROR").names("q");
    for (String limit : List.of("0", "51", "-1", "many", "1.5")) {
      anna.rest()
          .get("/api/search?q=a&limit=" + limit)
          .refuses(422, "VALIDATION_ERROR")
          .names("limit");
    }
    Rest.stranger().get("/api/search?q=a").refuses(401, "UNAUTHENTICATED");
    assertEquals(List.of(), keys(find(anna, "!!! ... ---")));
  }

  @Test
  void only_administrators_read_everything_anew() {
    String key = task(mark);
    anna.rest().post("/api/search/rebuild", null).refuses(403, "FORBIDDEN");
    People.admin().rest().post("/api/search/rebuild", null).is(204);
    assertEquals(List.of(key), keys(find(anna, mark)));
  }

  @Test
  void similar_titles_are_named_within_what_is_seen() {
    String key = task("Repair the " + mark + " machine");
    task("Something else");
    String path = "/api/tasks/similar?title=" + coded("repair the " + mark + " machines");
    // marks are drawn by lot, so another test's may be a little like this one
    assertEquals(key, keys(anna.rest().get(path)).get(0));
    assertEquals(List.of(key), keys(anna.rest().get(path + "&project=" + project.key())));
    assertEquals(List.of(), keys(anna.rest().get(path + "&project=" + Work.project(anna).key())));
    assertEquals(List.of(), keys(stranger.rest().get(path)));
    stranger.rest().get(path + "&project=" + project.key()).refuses(404, "PROJECT_NOT_FOUND");
    anna.rest().get("/api/tasks/similar?title=").refuses(422, "VALIDATION_ERROR").names("title");
    anna.rest()
        .get("/api/tasks/similar?title=" + "a".repeat(501))
        .refuses(422, "VALIDATION_ERROR")
        .names("title");
    Rest.stranger().get(path).refuses(401, "UNAUTHENTICATED");
  }
}
