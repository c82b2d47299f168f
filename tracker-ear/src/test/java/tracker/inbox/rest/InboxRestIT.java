package tracker.inbox.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Waiting;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** What people are told, why, and how they stop it. */
class InboxRestIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private final Person mira = People.named("Mira Boss");
  private final Person anna = People.newcomer();
  private final Project project = Work.project(mira);

  private String task(Map<String, Object> fields) {
    return Work.task(mira, project, "The printer is out of paper", fields).field("key");
  }

  private String tasked(Person who) {
    Work.join(mira, project, who, "member");
    return task(Map.of("assignee_id", who.id()));
  }

  private static List<String> told(Person who, String task) {
    List<String> lines = new ArrayList<>();
    for (JsonNode one : who.rest().get("/api/inbox?task=" + task).is(200).at("/items")) {
      lines.add(one.path("reason").asText() + " " + one.path("event").asText());
    }
    return lines;
  }

  private static void awaits(Person who, String task, String... newestFirst) {
    List<String> wanted = List.of(newestFirst);
    Waiting.until(SOON, () -> told(who, task).equals(wanted), () -> "Told: " + told(who, task));
  }

  /** All that happened before was told once the person was told of this. */
  private void settles(Person who) {
    awaits(who, task(Map.of("assignee_id", who.id())), "assigned task.created");
  }

  @Test
  void who_gets_a_task_is_told_once_and_who_gave_it_is_not() {
    String task = tasked(anna);
    awaits(anna, task, "assigned task.created");
    JsonNode notice = anna.rest().get("/api/inbox").at("/items/0");
    assertEquals(task, notice.path("task_key").asText());
    assertEquals("The printer is out of paper", notice.path("task_title").asText());
    assertEquals(mira.id(), notice.path("actor_id").asText());
    assertEquals("Mira Boss", notice.path("actor_name").asText());
    assertEquals("you are assigned", notice.path("reason_text").asText());
    assertEquals("created the task", notice.path("text").asText());
    assertTrue(!notice.path("read").asBoolean() && notice.path("read_at").isNull());
    assertEquals(List.of(), told(mira, task));
  }

  @Test
  void a_change_tells_what_became_of_what_in_the_language_of_the_reader() {
    String task = tasked(anna);
    mira.rest()
        .patch("/api/tasks/" + task, Map.of("status", "in_progress", "description", "Long"))
        .is(200);
    awaits(anna, task, "assigned task.updated", "assigned task.created");
    JsonNode english = anna.rest().get("/api/inbox?task=" + task).at("/items/0");
    assertTrue(english.path("text").asText().contains("Status: To do → In progress"));
    assertTrue(english.path("text").asText().contains("changed: Description"));
    JsonNode russian =
        anna.rest().with("Accept-Language", "ru").get("/api/inbox?task=" + task).at("/items/0");
    assertTrue(russian.path("text").asText().contains("Статус: К выполнению → В работе"));
    assertEquals("вы исполнитель", russian.path("reason_text").asText());
  }

  @Test
  void a_mention_is_the_strongest_reason_and_a_comment_that_is_edited_tells_only_who_is_new() {
    Person boris = People.newcomer();
    anna.rest().patch("/api/auth/me", Map.of("name", "Anna Q" + Work.aKey())).is(200);
    boris.rest().patch("/api/auth/me", Map.of("name", "Boris Q" + Work.aKey())).is(200);
    String annas = anna.rest().get("/api/auth/me").field("name");
    String borises = boris.rest().get("/api/auth/me").field("name");
    String task = tasked(anna);
    Work.join(mira, project, boris, "viewer");
    String comment =
        mira.rest()
            .post("/api/tasks/" + task + "/comments", Map.of("body", "Look, @" + annas))
            .is(201)
            .field("id");
    awaits(anna, task, "mentioned comment.created", "assigned task.created");
    mira.rest()
        .patch("/api/comments/" + comment, Map.of("body", "@" + annas + " and @" + borises))
        .is(200);
    awaits(boris, task, "mentioned comment.updated");
    awaits(anna, task, "mentioned comment.created", "assigned task.created");
    JsonNode notice = boris.rest().get("/api/inbox").at("/items/0");
    assertTrue(notice.path("excerpt").asText().startsWith("@Anna Q"));
    mira.rest().delete("/api/comments/" + comment).is(204);
    assertTrue(
        boris.rest().get("/api/inbox").at("/items/0/excerpt").isNull(),
        "Words that were taken back are nowhere");
  }

  @Test
  void who_loses_a_task_hears_of_it_and_who_made_it_hears_what_others_do() {
    Person boris = People.newcomer();
    Work.join(mira, project, boris, "member");
    String task = tasked(anna);
    awaits(anna, task, "assigned task.created");
    boris.rest().patch("/api/tasks/" + task, Map.of("assignee_id", boris.id())).is(200);
    awaits(anna, task, "unassigned task.updated", "assigned task.created");
    awaits(mira, task, "created task.updated");
    assertEquals(List.of(), told(boris, task));
  }

  @Test
  void who_watches_is_told_until_they_stop_and_who_muted_hears_nothing() {
    Work.join(mira, project, anna, "viewer");
    String task = task(Map.of());
    String watchers = "/api/tasks/" + task + "/watchers";
    assertEquals(0, anna.rest().get(watchers).is(200).at("/total").asInt());
    anna.rest().put(watchers + "/me", null).is(204);
    anna.rest().put(watchers + "/me", null).is(204);
    Answer list = mira.rest().get(watchers).is(200);
    assertEquals(1, list.at("/total").asInt());
    assertEquals(anna.id(), list.at("/items/0/user_id").asText());
    Answer mine = anna.rest().get(watchers + "/me").is(200);
    assertTrue(mine.at("/watching").asBoolean());
    assertEquals("watching", mine.at("/reasons/0").asText());
    mira.rest().patch("/api/tasks/" + task, Map.of("priority", "high")).is(200);
    awaits(anna, task, "watching task.updated");
    anna.rest().delete(watchers + "/me").is(204);
    anna.rest().delete(watchers + "/me").is(204);
    mira.rest().patch("/api/tasks/" + task, Map.of("priority", "low")).is(200);
    anna.rest().put(watchers + "/me/mute", null).is(204);
    assertTrue(anna.rest().get(watchers + "/me").at("/muted").asBoolean());
    mira.rest().patch("/api/tasks/" + task, Map.of("assignee_id", anna.id())).is(200);
    settles(anna);
    awaits(anna, task, "watching task.updated");
    anna.rest().delete(watchers + "/me/mute").is(204);
    mira.rest().delete("/api/tasks/" + task).is(204);
    awaits(anna, task, "assigned task.deleted", "watching task.updated");
  }

  @Test
  void who_does_not_see_a_task_any_more_is_not_told_and_does_not_see_what_was_told() {
    String task = tasked(anna);
    awaits(anna, task, "assigned task.created");
    anna.rest().put("/api/tasks/" + task + "/watchers/me", null).is(204);
    mira.rest().delete("/api/projects/" + project.key() + "/members/" + anna.id()).is(204);
    assertEquals(0, anna.rest().get("/api/inbox").at("/total").asInt());
    assertEquals(0, mira.rest().get("/api/tasks/" + task + "/watchers").at("/total").asInt());
    mira.rest().patch("/api/tasks/" + task, Map.of("title", "Secret")).is(200);
    Map<String, String> other = Map.of("title", "For anna", "assignee_id", anna.id());
    String own = mira.rest().post("/api/tasks", other).is(201).field("key");
    awaits(anna, own, "assigned task.created");
    Work.join(mira, project, anna, "viewer");
    awaits(anna, task, "assigned task.created");
  }

  @Test
  void a_notice_is_read_and_unread_and_all_are_read_up_to_the_one_that_was_seen() {
    tasked(anna);
    settles(anna);
    settles(anna);
    Answer all = anna.rest().get("/api/inbox?unread=true").is(200);
    assertEquals(3, all.at("/total").asInt());
    String newest = "/api/inbox/" + all.at("/items/0/id").asText();
    assertTrue(anna.rest().post(newest + "/read", null).is(200).at("/read").asBoolean());
    assertEquals(2, anna.rest().get("/api/inbox?unread=true").at("/total").asInt());
    assertTrue(!anna.rest().post(newest + "/unread", null).is(200).at("/read").asBoolean());
    Map<String, Object> second = Map.of("up_to", all.at("/items/1/id").asText());
    assertEquals("2", anna.rest().post("/api/inbox/read-all", second).is(200).field("read"));
    assertEquals(1, anna.rest().get("/api/inbox?unread=true").at("/total").asInt());
    assertEquals("1", anna.rest().post("/api/inbox/read-all", Map.of()).is(200).field("read"));
    assertEquals("0", anna.rest().post("/api/inbox/read-all", Map.of()).is(200).field("read"));
    mira.rest().get(newest).refuses(404, "NOTICE_NOT_FOUND");
    mira.rest().post("/api/inbox/read-all", second).refuses(404, "NOTICE_NOT_FOUND");
    anna.rest().get("/api/inbox?unread=maybe").refuses(422, "VALIDATION_ERROR").names("unread");
    Answer part = anna.rest().get("/api/inbox?limit=2").is(200);
    Answer rest = anna.rest().get("/api/inbox?limit=2&cursor=" + part.field("next")).is(200);
    assertEquals(all.at("/items/2/id"), rest.at("/items/0/id"));
  }

  @Test
  void one_operation_on_many_tasks_is_one_notice() {
    Work.join(mira, project, anna, "member");
    Map<String, Object> task =
        Map.of("title", "One of many", "project", project.key(), "assignee_id", anna.id());
    mira.rest().post("/api/tasks/batch", Map.of("tasks", Collections.nCopies(30, task))).is(201);
    Waiting.until(
        SOON,
        () -> anna.rest().get("/api/inbox").json().at("/items/0/tasks").asInt() == 30,
        () -> anna.rest().get("/api/inbox").text());
    assertEquals(1, anna.rest().get("/api/inbox").at("/total").asInt());
  }

  @Test
  void what_is_due_reminds_once_for_each_date_and_what_is_done_does_not() {
    Map<String, Object> due = new HashMap<>();
    due.put("due_at", Instant.now().plus(50, ChronoUnit.MINUTES).toString());
    due.put("assignee_id", anna.id());
    Work.join(mira, project, anna, "member");
    String task = task(due);
    due.put("status", "done");
    String done = task(due);
    due.put("status", "todo");
    due.put("due_at", Instant.now().minus(1, ChronoUnit.HOURS).toString());
    String past = task(due);
    awaits(anna, task, "due task.due", "assigned task.created");
    Map<String, Object> late = Map.of("due_at", Instant.now().plus(3, ChronoUnit.HOURS).toString());
    mira.rest().patch("/api/tasks/" + task, late).is(200);
    awaits(anna, task, "assigned task.updated", "due task.due", "assigned task.created");
    anna.rest().patch("/api/inbox/settings", Map.of("reminder_minutes", 200)).is(200);
    awaits(
        anna,
        task,
        "due task.due",
        "assigned task.updated",
        "due task.due",
        "assigned task.created");
    assertEquals(List.of("assigned task.created"), told(anna, done));
    assertEquals(List.of("assigned task.created"), told(anna, past));
  }

  @Test
  void how_one_is_told_is_chosen_checked_and_versioned() {
    Answer usual = anna.rest().get("/api/inbox/settings").is(200);
    assertEquals("now", usual.field("mail"));
    assertEquals("08:00", usual.field("daily_at"));
    assertTrue(usual.at("/reminder_minutes").isNull());
    Map<String, Object> wanted =
        Map.of(
            "mail",
            "daily",
            "daily_at",
            "17:30",
            "muted_reasons",
            List.of("watching", "created", "watching"),
            "reminder_minutes",
            15);
    Answer changed = anna.rest().patch("/api/inbox/settings", wanted).is(200);
    assertEquals("daily", changed.field("mail"));
    assertEquals("17:30", changed.field("daily_at"));
    assertEquals(2, changed.at("/muted_reasons").size());
    assertEquals("15", changed.field("reminder_minutes"));
    anna.rest()
        .with("If-Match", usual.header("ETag"))
        .patch("/api/inbox/settings", Map.of("mail", "now"))
        .refuses(412, "STALE");
    Map<String, Object> cleared = new HashMap<>();
    cleared.put("reminder_minutes", null);
    assertTrue(
        anna.rest().patch("/api/inbox/settings", cleared).is(200).at("/reminder_minutes").isNull());
    refuses(Map.of("mail", "often"), "mail");
    refuses(Map.of("daily_at", "25:00"), "daily_at");
    refuses(Map.of("reminder_minutes", 0), "reminder_minutes");
    refuses(Map.of("muted_reasons", List.of("bored")), "muted_reasons[0]");
  }

  private void refuses(Map<String, Object> change, String field) {
    anna.rest().patch("/api/inbox/settings", change).refuses(422, "VALIDATION_ERROR").names(field);
  }

  @Test
  void a_reason_that_is_muted_is_no_reason_but_another_one_still_is() {
    String task = tasked(anna);
    awaits(anna, task, "assigned task.created");
    anna.rest().patch("/api/inbox/settings", Map.of("muted_reasons", List.of("assigned"))).is(200);
    anna.rest().put("/api/tasks/" + task + "/watchers/me", null).is(204);
    mira.rest().patch("/api/tasks/" + task, Map.of("priority", "high")).is(200);
    awaits(anna, task, "watching task.updated", "assigned task.created");
    assertEquals(1, anna.rest().get("/api/tasks/" + task + "/watchers/me").at("/reasons").size());
  }
}
