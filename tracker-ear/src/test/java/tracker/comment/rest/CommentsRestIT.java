package tracker.comment.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Comments over REST: said, read, changed, taken away and back, by those who may. */
class CommentsRestIT {
  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Lund");
  private final Person stranger = People.named("Olga Strand");
  private final Project project = Work.project(anna);
  private final String task = Work.task(anna, project, "Talk about it").field("key");

  private Answer say(Person who, String body) {
    return who.rest().post("/api/tasks/" + task + "/comments", Map.of("body", body));
  }

  @Test
  void a_comment_is_said_and_read_with_its_html() {
    Answer made = say(anna, " It is **done**. ").is(201);
    assertEquals("It is **done**.", made.field("body"));
    assertEquals("<p>It is <strong>done</strong>.</p>", made.field("html").strip());
    assertEquals(anna.id(), made.field("author_id"));
    assertTrue(made.at("/edited_at").isNull());
    String at = "/api/comments/" + made.field("id");
    assertTrue(made.header("Location").endsWith(at));
    Answer read = anna.rest().get(at).is(200);
    assertEquals(made.json(), read.json());
    anna.rest().with("If-None-Match", read.header("ETag")).get(at).is(304);
  }

  @Test
  void a_list_goes_from_the_oldest_on_and_turns_round() {
    for (String body : List.of("one", "two", "three")) {
      say(anna, body).is(201);
    }
    String list = "/api/tasks/" + task + "/comments";
    assertEquals(List.of("one", "two", "three"), bodies(anna.rest().get(list).is(200)));
    Answer first = anna.rest().get(list + "?sort=-created_at&limit=2").is(200);
    assertEquals(List.of("three", "two"), bodies(first));
    assertEquals("3", first.field("total"));
    Answer second =
        anna.rest().get(list + "?sort=-created_at&limit=2&cursor=" + first.field("next")).is(200);
    assertEquals(List.of("one"), bodies(second));
    anna.rest().get(list + "?sort=author").refuses(422, "VALIDATION_ERROR").names("sort");
    anna.rest().get(list + "?cursor=nonsense").refuses(422, "VALIDATION_ERROR").names("cursor");
  }

  private static List<String> bodies(Answer list) {
    List<String> bodies = new ArrayList<>();
    list.at("/items").forEach(one -> bodies.add(one.path("body").asText()));
    return bodies;
  }

  @Test
  void an_empty_or_endless_comment_is_refused() {
    say(anna, "   ").refuses(422, "VALIDATION_ERROR").names("body");
    say(anna, "x".repeat(20_001)).refuses(422, "VALIDATION_ERROR").names("body");
    anna.rest()
        .post("/api/tasks/" + task + "/comments", Map.of())
        .refuses(422, "VALIDATION_ERROR")
        .names("body");
    anna.rest()
        .post("/api/tasks/" + task + "/comments", Map.of("body", "a", "html", "b"))
        .refuses(422, "VALIDATION_ERROR")
        .names("html");
  }

  @Test
  void words_are_changed_by_their_author_and_marked_as_edited() {
    Answer made = say(anna, "first").is(201);
    String at = "/api/comments/" + made.field("id");
    Answer changed =
        anna.rest()
            .with("If-Match", made.header("ETag"))
            .patch(at, Map.of("body", "second"))
            .is(200);
    assertEquals("second", changed.field("body"));
    assertFalse(changed.at("/edited_at").isNull());
    Answer stale =
        anna.rest().with("If-Match", made.header("ETag")).patch(at, Map.of("body", "third"));
    stale.refuses(412, "STALE");
    assertEquals("second", stale.at("/current/body").asText());
    String unchanged = anna.rest().patch(at, Map.of("body", "second")).is(200).field("version");
    assertEquals(changed.field("version"), unchanged);
    anna.rest().patch(at, "{\"body\":null}").refuses(422, "VALIDATION_ERROR").names("body");
  }

  @Test
  void a_member_changes_their_own_and_a_manager_anybodys() {
    Work.join(anna, project, boris, "member");
    String of = "/api/comments/" + say(boris, "mine").is(201).field("id");
    String other = "/api/comments/" + say(anna, "hers").is(201).field("id");
    boris.rest().patch(other, Map.of("body", "no")).refuses(403, "FORBIDDEN");
    boris.rest().delete(other).refuses(403, "FORBIDDEN");
    anna.rest().patch(of, Map.of("body", "tidied")).is(200);
    anna.rest().delete(of).is(204);
    boris.rest().get(of).refuses(404, "COMMENT_NOT_FOUND");
  }

  @Test
  void a_viewer_reads_and_a_stranger_finds_nothing() {
    Work.join(anna, project, boris, "viewer");
    String of = "/api/comments/" + say(anna, "for members").is(201).field("id");
    boris.rest().get(of).is(200);
    say(boris, "me too").refuses(403, "FORBIDDEN");
    stranger.rest().get(of).refuses(404, "COMMENT_NOT_FOUND");
    stranger.rest().patch(of, Map.of("body", "x")).refuses(404, "COMMENT_NOT_FOUND");
    stranger.rest().delete(of).refuses(404, "COMMENT_NOT_FOUND");
    stranger.rest().get("/api/tasks/" + task + "/comments").refuses(404, "TASK_NOT_FOUND");
    say(stranger, "hello").refuses(404, "TASK_NOT_FOUND");
    anna.rest().get("/api/comments/nonsense").refuses(404, "COMMENT_NOT_FOUND");
  }

  @Test
  void only_those_who_see_the_task_are_mentioned() {
    Work.join(anna, project, boris, "member");
    Answer made = say(anna, "@Boris Lund and @Olga Strand, see anna@olga strand").is(201);
    assertEquals(List.of(boris.id()), texts(made));
    assertTrue(made.field("html").contains("<strong class=\"mention\">@Boris Lund</strong>"));
    assertFalse(made.field("html").contains("@Olga Strand</strong>"));
    Answer changed =
        anna.rest()
            .patch("/api/comments/" + made.field("id"), Map.of("body", "@anna weber only"))
            .is(200);
    assertEquals(List.of(anna.id()), texts(changed));
  }

  private static List<String> texts(Answer comment) {
    List<String> ids = new ArrayList<>();
    comment.at("/mentions").forEach(one -> ids.add(one.asText()));
    return ids;
  }

  @Test
  void undo_brings_back_what_was_deleted_or_said_before() {
    Answer made = say(anna, "before").is(201);
    String at = "/api/comments/" + made.field("id");
    Answer changed = anna.rest().patch(at, Map.of("body", "after")).is(200);
    undo(changed);
    assertEquals("before", anna.rest().get(at).is(200).field("body"));
    Answer deleted = anna.rest().delete(at).is(204);
    anna.rest().get(at).refuses(404, "COMMENT_NOT_FOUND");
    undo(deleted);
    assertEquals("before", anna.rest().get(at).is(200).field("body"));
    undo(made);
    anna.rest().get(at).refuses(404, "COMMENT_NOT_FOUND");
  }

  @Test
  void the_trash_of_a_task_shows_each_what_they_may_bring_back() {
    Work.join(anna, project, boris, "member");
    String annas = "/api/comments/" + say(anna, "of Anna").field("id");
    String boriss = "/api/comments/" + say(boris, "of **Boris**").field("id");
    anna.rest().delete(annas).is(204);
    boris.rest().delete(boriss).is(204);
    String trash = "/api/tasks/" + task + "/comments?deleted=true";
    assertEquals(2, anna.rest().get(trash).is(200).at("/total").asInt());
    Answer own = boris.rest().get(trash).is(200);
    assertEquals(1, own.at("/total").asInt());
    assertEquals("of **Boris**", own.at("/items/0/body").asText());
    stranger.rest().get(trash).refuses(404, "TASK_NOT_FOUND");
    boris.rest().post(annas + "/restore", null).refuses(404, "COMMENT_NOT_FOUND");
    stranger.rest().post(annas + "/restore", null).refuses(404, "COMMENT_NOT_FOUND");
    Answer back = anna.rest().post(annas + "/restore", null).is(200);
    assertEquals("of Anna", back.field("body"));
    Answer again = anna.rest().post(annas + "/restore", null).is(200);
    assertEquals(back.field("version"), again.field("version"));
    boris.rest().post(annas + "/restore", null).refuses(403, "FORBIDDEN");
    Work.join(anna, project, boris, "viewer");
    boris.rest().get(trash).refuses(403, "FORBIDDEN");
  }

  private void undo(Answer change) {
    Answer undone =
        anna.rest()
            .post("/api/operations/" + change.header("X-Operation-Id") + "/undo", null)
            .is(200);
    assertEquals(1, undone.at("/undone").asInt(), undone::toString);
  }

  @Test
  void a_task_takes_its_comments_into_the_trash_and_brings_them_back() {
    String of = "/api/comments/" + say(anna, "stays").is(201).field("id");
    anna.rest().delete("/api/tasks/" + task).is(204);
    say(anna, "too late").refuses(404, "TASK_NOT_FOUND");
    anna.rest().delete(of).refuses(404, "TASK_NOT_FOUND");
    anna.rest().post("/api/tasks/" + task + "/restore", null).is(200);
    assertEquals("stays", anna.rest().get(of).is(200).field("body"));
    say(anna, "in time").is(201);
  }

  @Test
  void the_same_key_says_it_once() {
    for (int i = 0; i < 2; i++) {
      anna.rest()
          .with("Idempotency-Key", "say-" + task)
          .post("/api/tasks/" + task + "/comments", Map.of("body", "once"))
          .is(201);
    }
    assertEquals("1", anna.rest().get("/api/tasks/" + task + "/comments").is(200).field("total"));
  }
}
