package tracker.exchange.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Parallel;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Tasks from files: of ours, of Jira, of Redmine; the same file twice, bad rows, taken back. */
class ImportRestIT {
  private static final String JIRA =
      """
      Summary,Issue key,Issue id,Issue Type,Status,Priority,Assignee,Due Date,Description,Labels,Labels,Parent
      "Fix, the printer",ABC-1,10001,Bug,In Review,Highest,Anna Weber,31/Dec/29 12:00 AM,"line one
      line ""two""\",office,printer,
      Below,ABC-2,10002,Sub-task,Won't Do,Medium,,5/Jan/29 3:30 PM,,,,10001
      """;
  private static final String REDMINE =
      """
      #;Проект;Трекер;Статус;Приоритет;Тема;Назначена;Срок завершения;Описание;Родительская задача
      12;Офис;Ошибка;В работе;Срочный;Принтер не печатает;Anna Weber;31.12.2029;"строка; и
      ещё";
      13;Офис;Поддержка;Новая;Нормальный;Помочь;;2029-12-01;;12
      """;

  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Lund");
  private final Project project = Work.project(anna);

  private static String at(Project to, String more) {
    return "/api/import/tasks?project=" + to.key() + more;
  }

  private Answer send(String csv, String more) {
    return anna.rest().with("Content-Type", "text/csv").post(at(project, more), csv);
  }

  private Answer send(String csv) {
    return send(csv, "").is(200);
  }

  private static void counts(Answer answer, int created, int updated, int unchanged, int rejected) {
    assertEquals(
        List.of(created, updated, unchanged, rejected),
        List.of(
            answer.at("/created").asInt(),
            answer.at("/updated").asInt(),
            answer.at("/unchanged").asInt(),
            answer.at("/rejected").size()),
        answer::toString);
  }

  private JsonNode tasks(String more) {
    return anna.rest()
        .get("/api/tasks?sort=key&project=" + project.key() + more)
        .is(200)
        .at("/items");
  }

  @Test
  void a_file_of_jira_becomes_tasks_once() {
    counts(send(JIRA), 2, 0, 0, 0);
    JsonNode first = tasks("").path(0);
    assertEquals("Fix, the printer", first.path("title").asText());
    assertEquals("line one\nline \"two\"", first.path("description").asText());
    assertEquals("in_progress", first.path("status").asText());
    assertEquals("high", first.path("priority").asText());
    assertEquals("bug", first.path("type").asText());
    assertEquals(anna.id(), first.path("assignee_id").asText());
    assertEquals("2029-12-31T23:59:00Z", first.path("due_at").asText());
    assertEquals("[\"office\",\"printer\"]", first.path("tags").toString());
    JsonNode second = tasks("").path(1);
    assertEquals(first.path("id"), second.path("parent_id"));
    assertEquals("canceled", second.path("status").asText());
    assertEquals("subtask", second.path("type").asText());
    assertEquals("2029-01-05T15:30:00Z", second.path("due_at").asText());
    counts(send(JIRA), 0, 0, 2, 0);
    counts(send(JIRA.replace("Highest", "Lowest")), 0, 1, 1, 0);
    assertEquals("low", tasks("").path(0).path("priority").asText());
    assertEquals(2, tasks("").size());
  }

  @Test
  void a_file_of_redmine_comes_in_its_old_letters() {
    byte[] file = REDMINE.getBytes(Charset.forName("windows-1251"));
    Answer came = anna.rest().upload(at(project, ""), "issues.csv", file).is(200);
    counts(came, 2, 0, 0, 0);
    JsonNode first = tasks("").path(0);
    assertEquals("Принтер не печатает", first.path("title").asText());
    assertEquals("строка; и\nещё", first.path("description").asText());
    assertEquals("bug", first.path("type").asText());
    assertEquals(first.path("id"), tasks("").path(1).path("parent_id"));
    counts(send(REDMINE), 0, 0, 2, 0);
  }

  @Test
  void what_was_exported_comes_back_unchanged_and_makes_copies_elsewhere() {
    send(JIRA);
    Work.task(
        anna,
        project,
        "=1+1",
        Map.of("tags", List.of("red, blue", "ui"), "description", "x\r\n\r\ny"));
    String file = anna.rest().get("/api/export/tasks.csv?project=" + project.key()).is(200).text();
    counts(send(file), 0, 0, 3, 0);
    String key = project.key() + "-3";
    anna.rest().patch("/api/tasks/" + key, Map.of("title", "Other")).is(200);
    counts(send(file), 0, 1, 2, 0);
    assertEquals("=1+1", anna.rest().get("/api/tasks/" + key).field("title"));
    Project other = Work.project(anna);
    for (int time = 0; time < 2; time++) {
      Answer answer =
          anna.rest().with("Content-Type", "text/csv").post(at(other, ""), file).is(200);
      counts(answer, time == 0 ? 3 : 0, 0, time == 0 ? 0 : 3, 0);
    }
    JsonNode copy =
        anna.rest().get("/api/tasks?sort=title&project=" + other.key()).at("/items").path(0);
    assertEquals("=1+1", copy.path("title").asText());
    assertEquals("[\"red, blue\",\"ui\"]", copy.path("tags").toString());
    assertEquals("x\r\n\r\ny", copy.path("description").asText());
  }

  @Test
  void a_bad_row_is_told_and_stops_no_other() {
    String long_ = "x".repeat(501);
    String csv =
        "title,status,priority,due_at,assignee,type,parent,tags,key\n"
            + "Good,todo,low,,,,,,a\n"
            + ",wobbling,p1,someday,Nobody Known,Ремонт,,,b\n"
            + long_
            + ",,,,,,,,c\n"
            + "Below,,,,,,b,,d\n"
            + "Again,,,,,,,,a\n"
            + "Tagged,,,,,,,"
            + "t".repeat(51)
            + ",e\n"
            + "Also good,done,,,,,a,\"x, y\",f\n";
    Answer answer = send(csv);
    counts(answer, 2, 0, 0, 5);
    assertEquals(3, answer.at("/rejected/0/row").asInt());
    for (String field : List.of("title", "status", "priority", "due_at", "assignee", "type")) {
      assertFalse(answer.at("/rejected/0/fields/" + field).asText().isBlank(), answer::toString);
    }
    assertTrue(answer.at("/rejected/1/fields").has("title"), answer::toString);
    assertTrue(answer.at("/rejected/2/fields").has("parent"), answer::toString);
    assertEquals(6, answer.at("/rejected/3/row").asInt());
    assertTrue(answer.at("/rejected/3/fields").has("key"), answer::toString);
    assertTrue(answer.at("/rejected/4/fields").toString().contains("tags"), answer::toString);
    assertEquals(2, tasks("").size());
    Answer russian =
        anna.rest()
            .with("Content-Type", "text/csv")
            .with("Accept-Language", "ru")
            .post(at(project, ""), csv)
            .is(200);
    assertTrue(russian.at("/rejected/0/fields/status").asText().contains("статус"));
  }

  @Test
  void rows_without_a_key_are_known_by_their_titles() {
    String csv = "title,status\nSame,todo\nSame,done\nOther,todo\n";
    counts(send(csv), 3, 0, 0, 0);
    counts(send(csv), 0, 0, 3, 0);
    counts(send(csv.replace("Other,todo", "Other,done")), 0, 1, 2, 0);
    counts(send("title\nOther\n"), 0, 0, 1, 0);
    assertEquals(3, tasks("").size());
  }

  @Test
  void the_projects_own_statuses_and_ways_hold() {
    List<Map<String, Object>> statuses =
        List.of(
            Map.of("name", "Inbox", "category", "todo"),
            Map.of("name", "Building", "category", "in_progress", "wip_limit", 2),
            Map.of("name", "Weird", "category", "in_progress"),
            Map.of("name", "Shipped", "category", "done"));
    List<Map<String, Object>> ways = List.of(Map.of("from", "Inbox", "to", "Weird"));
    anna.rest()
        .put(
            "/api/projects/" + project.key() + "/workflow",
            Map.of("statuses", statuses, "transitions", ways))
        .is(200);
    String csv = "title,status\nA,Weird\nB,In Progress\nC,building\nD,Building\nE,shipped\nF,\n";
    Answer came = send(csv);
    counts(came, 5, 0, 0, 1);
    assertEquals(5, came.at("/rejected/0/row").asInt(), came::toString);
    assertTrue(came.at("/rejected/0/fields").has("status"), came::toString);
    assertEquals("Weird", tasks("").path(0).path("status").asText());
    assertEquals("in_progress", tasks("").path(1).path("status").asText());
    assertEquals("Building", tasks("").path(1).path("status_name").asText());
    counts(send("title,status\nA,Weird\nB,Building\nE,Done\n"), 0, 0, 3, 0);
    Answer moved = send("title,status\nF,Weird\nA,Shipped\n");
    counts(moved, 0, 1, 0, 1);
    assertTrue(moved.at("/rejected/0/fields").has("status"), moved::toString);
    String file = anna.rest().get("/api/export/tasks.csv?project=" + project.key()).is(200).text();
    counts(send(file), 0, 0, 5, 0);
    Answer elsewhere =
        anna.rest().with("Content-Type", "text/csv").post(at(Work.project(anna), ""), file).is(200);
    counts(elsewhere, 5, 0, 0, 0);
  }

  @Test
  void a_trial_changes_nothing_and_tells_the_same() {
    send(JIRA);
    String file =
        JIRA.replace("Highest", "Low").replace("ABC-2", "ABC-3").replace("10002", "10003");
    JsonNode before = tasks("");
    Answer trial = send(file, "&dry_run=true").is(200);
    counts(trial, 1, 1, 0, 0);
    assertTrue(trial.at("/operation_id").isNull());
    assertTrue(trial.headers().firstValue("X-Operation-Id").isEmpty(), trial::toString);
    assertEquals(before, tasks(""));
    Answer keyed =
        anna.rest()
            .with("Content-Type", "text/csv")
            .with("Idempotency-Key", Work.aKey())
            .post(at(project, "&dry_run=true"), file)
            .is(200);
    counts(keyed, 1, 1, 0, 0);
    assertEquals(before, tasks(""));
    counts(send(file), 1, 1, 0, 0);
    // numbers that a trial took are given again
    assertEquals(project.key() + "-3", tasks("").path(2).path("key").asText());
  }

  @Test
  void one_undo_takes_the_whole_file_back_and_it_can_come_again() {
    send(JIRA);
    String more =
        JIRA.replace("Highest", "Low")
            + "New one,ABC-9,10009,Task,Open,Low,,,,tag-"
            + project.key()
            + ",,\n";
    Answer came = send(more);
    counts(came, 1, 1, 1, 0);
    String operation = came.field("operation_id");
    assertEquals(operation, came.header("X-Operation-Id"));
    Answer undone = anna.rest().post("/api/operations/" + operation + "/undo", null).is(200);
    assertEquals(2, undone.at("/undone").asInt(), undone::toString);
    assertEquals(0, undone.at("/skipped").size(), undone::toString);
    assertEquals(2, tasks("").size());
    assertEquals("high", tasks("").path(0).path("priority").asText());
    counts(send(more), 1, 1, 1, 0);
    assertEquals(3, tasks("").size());
  }

  @Test
  void what_a_column_means_can_be_said_and_is_remembered() {
    String csv = "Betreff,Zustand,Wer\nEins,Done,Somebody\n";
    send(csv, "").refuses(422, "VALIDATION_ERROR").names("file");
    String said = "&column=Betreff:title&column=Zustand:status&column=Wer:-";
    counts(send(csv, said + "&dry_run=true").is(200), 1, 0, 0, 0);
    send(csv, "").refuses(422, "VALIDATION_ERROR").names("file");
    Answer came = send(csv, said).is(200);
    assertEquals("status", came.at("/columns/1/field").asText());
    assertEquals("done", tasks("").path(0).path("status").asText());
    counts(send(csv), 0, 0, 1, 0);
    for (String wrong : List.of("Wer:owner", "Wer", "Keine:title", ":title")) {
      send(csv, "&column=" + wrong).refuses(422, "VALIDATION_ERROR").names("column");
    }
  }

  @Test
  void only_those_who_may_change_the_project_bring_files_in() {
    Answer nobody = boris.rest().with("Content-Type", "text/csv").post(at(project, ""), JIRA);
    nobody.refuses(404, "PROJECT_NOT_FOUND");
    Work.join(anna, project, boris, "viewer");
    boris.rest().with("Content-Type", "text/csv").post(at(project, ""), JIRA).is(403);
    boris.rest().with("Content-Type", "text/csv").post(at(project, "&dry_run=true"), JIRA).is(403);
    anna.rest()
        .with("Content-Type", "text/csv")
        .post("/api/import/tasks", JIRA)
        .refuses(422, "VALIDATION_ERROR")
        .names("project");
    assertEquals(0, tasks("").size());
  }

  @Test
  void an_assignee_who_does_not_see_the_project_is_told() {
    String csv = "title,assignee\nFor Boris,Boris Lund\n";
    Answer answer = send(csv);
    assertTrue(answer.at("/rejected/0/fields").has("assignee"), answer::toString);
    Work.join(anna, project, boris, "member");
    counts(send(csv), 1, 0, 0, 0);
    assertEquals(boris.id(), tasks("").path(0).path("assignee_id").asText());
    Answer elsewhere =
        anna.rest().with("Content-Type", "text/csv").post(at(Work.project(anna), ""), csv).is(200);
    counts(elsewhere, 0, 0, 0, 1);
  }

  @Test
  void what_another_tracker_knows_and_we_do_not_is_left_behind_and_told() {
    String file =
        JIRA.replace("Anna Weber", "Jane Doe")
            .replace("10001\n", "99999\n")
            .replace("10001", "10005");
    Answer came = send(file);
    counts(came, 2, 0, 0, 0);
    assertEquals(2, came.at("/incomplete").size(), came::toString);
    assertTrue(came.at("/incomplete/0/fields").has("assignee"), came::toString);
    assertEquals(3, came.at("/incomplete/1/row").asInt(), came::toString);
    assertTrue(came.at("/incomplete/1/fields").has("parent"), came::toString);
    assertTrue(tasks("").path(0).path("assignee_id").isNull());
    String key = tasks("").path(0).path("key").asText();
    anna.rest().patch("/api/tasks/" + key, Map.of("assignee_id", anna.id())).is(200);
    counts(send(file), 0, 0, 2, 0);
    assertEquals(anna.id(), tasks("").path(0).path("assignee_id").asText());
    // below one another in a circle: there is no first one
    String circle = "#,Subject,Parent task\n1,A,2\n2,B,1\n3,C,2\n4,D,\n";
    counts(send(circle), 1, 0, 0, 3);
  }

  @Test
  void what_is_no_table_is_refused() {
    send("", "").refuses(422, "VALIDATION_ERROR").names("file");
    send("status\ntodo\n", "").refuses(422, "VALIDATION_ERROR").names("file");
    send("title\nx\n", "&dry_run=perhaps").refuses(422, "VALIDATION_ERROR").names("dry_run");
    String cell = "title\n" + "x".repeat(11 << 20);
    send(cell, "").refuses(422, "VALIDATION_ERROR").names("file");
    send("title\n" + "x\n".repeat(51 << 20), "").is(413);
    anna.rest().post(at(project, ""), Map.of()).is(415);
    anna.rest()
        .with("Content-Type", "multipart/form-data; boundary=x")
        .post(at(project, ""), "nothing")
        .refuses(422, "VALIDATION_ERROR")
        .names("file");
    anna.rest()
        .upload(at(project, ""), "a.csv", cell.getBytes(StandardCharsets.UTF_8))
        .refuses(422, "VALIDATION_ERROR")
        .names("file");
  }

  @Test
  void the_same_file_at_the_same_time_comes_in_once() {
    AtomicInteger created = new AtomicInteger();
    Parallel.times(4, i -> created.addAndGet(send(JIRA).at("/created").asInt()));
    assertEquals(2, created.get());
    assertEquals(2, tasks("").size());
  }
}
