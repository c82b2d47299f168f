package tracker.work.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** The query language over REST: {@code q} of the list of tasks. */
class QueriesRestIT {
  private final Person anna = People.named("Anna Weber");
  private final Person stranger = People.named("Olga Strand");
  private final Project project = Work.project(anna);

  private static Answer list(Person who, String query, String more) {
    return who.rest()
        .get("/api/tasks?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + more);
  }

  private static List<String> titles(Answer list) {
    List<String> titles = new ArrayList<>();
    list.is(200).at("/items").forEach(one -> titles.add(one.path("title").asText()));
    return titles;
  }

  private void three() {
    Work.task(
        anna,
        project,
        "alpha",
        Map.of("priority", "low", "assignee_id", anna.id(), "tags", List.of("ui")));
    Work.task(anna, project, "beta", Map.of("priority", "high", "due_at", "2030-01-01T00:00:00Z"));
    Work.task(anna, project, "gamma", Map.of("priority", "high", "tags", List.of("bug")));
  }

  @Test
  void a_query_selects_and_orders_and_a_walk_keeps_both() {
    three();
    String in = "project = " + project.key();
    assertEquals(List.of("gamma"), titles(list(anna, in + " and tag in (bug) and is open", "")));
    assertEquals(List.of("alpha"), titles(list(anna, in + " and assignee = \"anna weber\"", "")));
    assertEquals(List.of("beta"), titles(list(anna, in + " and due > endOfWeek()", "")));
    String ordered = in + " order by priority desc, title";
    assertEquals(List.of("beta", "gamma", "alpha"), titles(list(anna, ordered, "")));
    assertEquals(List.of("gamma", "beta", "alpha"), titles(list(anna, ordered, "&sort=-title")));
    Answer first = list(anna, ordered, "&limit=2").is(200);
    assertEquals("3", first.field("total"));
    Answer second = list(anna, ordered, "&limit=2&cursor=" + first.field("next"));
    assertEquals(List.of("alpha"), titles(second));
    assertEquals(List.of("beta"), titles(list(anna, "beta", "&project=" + project.key())));
  }

  @Test
  void what_is_wrong_is_told_in_the_language_of_the_caller() {
    Answer refused = list(anna, "status = todo and (tag in (bug)", "");
    refused.refuses(422, "VALIDATION_ERROR").names("q");
    assertTrue(refused.text().contains("Column 19: this bracket is never closed."), refused.text());
    Answer russian =
        anna.rest()
            .with("Accept-Language", "ru")
            .get("/api/tasks?q=" + URLEncoder.encode("due < soon", StandardCharsets.UTF_8));
    russian.refuses(422, "VALIDATION_ERROR").names("q");
    list(anna, "(".repeat(500) + "is open" + ")".repeat(500), "")
        .refuses(422, "VALIDATION_ERROR")
        .names("q");
    list(anna, "x".repeat(2001), "").refuses(422, "VALIDATION_ERROR").names("q");
  }

  @Test
  void names_of_hidden_things_are_unknown_and_never_hinted_at() {
    String tag = "secret" + project.key().toLowerCase();
    Work.task(anna, project, "hidden", Map.of("tags", List.of(tag)));
    assertEquals(List.of("hidden"), titles(list(anna, "tag = " + tag, "")));
    for (String query :
        List.of("tag = " + tag, "project = " + project.key(), "tag = " + tag + "x")) {
      Answer refused = list(stranger, query, "").refuses(422, "VALIDATION_ERROR").names("q");
      String said = refused.text();
      String asked = query.substring(query.indexOf('=') + 2);
      assertEquals(said.indexOf(asked), said.lastIndexOf(asked), said);
    }
    assertEquals(List.of(), titles(list(stranger, "key = " + project.key() + "-1", "")));
  }

  @Test
  void text_finds_what_a_comment_says_until_it_is_deleted() {
    String key = Work.task(anna, project, "delta").field("key");
    String in = "project = " + project.key() + " and text ~ ";
    String comment =
        anna.rest()
            .post("/api/tasks/" + key + "/comments", Map.of("body", "The cartridges are ordered"))
            .is(201)
            .field("id");
    assertEquals(List.of("delta"), titles(list(anna, in + "cartridge", "")));
    assertEquals(List.of("delta"), titles(list(anna, in + "\"ordered cartridge\"", "")));
    assertFalse(list(stranger, "text ~ cartridge", "").is(200).text().contains(key));
    anna.rest().delete("/api/comments/" + comment).is(204);
    assertEquals(List.of(), titles(list(anna, in + "cartridge", "")));
  }
}
