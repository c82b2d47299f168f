package tracker.exchange.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.harness.Answer;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Rest;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Tasks as CSV: what the list shows over all its pages, to those who see it. */
class ExportRestIT {
  private static final String AT = "/api/export/tasks.csv";

  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Lund");
  private final Project project = Work.project(anna);

  private String of(String more) {
    return AT + "?project=" + project.key() + more;
  }

  private static List<NamedCsvRecord> rows(Answer answer) {
    return CsvReader.builder().ofNamedCsvRecord(answer.is(200).text()).stream().toList();
  }

  private static List<String> column(Answer answer, String name) {
    return rows(answer).stream().map(row -> row.getField(name)).toList();
  }

  @Test
  void each_field_of_a_task_stands_in_its_column() {
    Answer parent = Work.task(anna, project, "Above");
    Answer task =
        Work.task(
            anna,
            project,
            "Whole, \"quoted\"",
            Map.of(
                "description",
                "one\r\ntwo; three",
                "priority",
                "high",
                "status",
                "in_progress",
                "type",
                "bug",
                "due_at",
                "2030-01-02T03:04:05Z",
                "assignee_id",
                anna.id(),
                "tags",
                List.of("red, blue", "ui"),
                "parent_id",
                parent.field("key"),
                "refs",
                List.of(Map.of("type", "room", "id", "019a9f2e-7c3d-7b7e-9d5a-1f6b2c3d4e5f"))));
    Answer file = anna.rest().get(of("&type=bug")).is(200);
    assertTrue(file.header("Content-Type").startsWith("text/csv"), file::toString);
    String name = file.header("Content-Disposition");
    assertTrue(
        name.matches("attachment; filename=\"" + project.key() + "-tasks-[0-9-]{10}\\.csv\""),
        name);
    assertFalse(file.text().startsWith("\uFEFF"), file::toString);
    assertEquals(1, rows(file).size());
    NamedCsvRecord row = rows(file).get(0);
    for (String field :
        List.of(
            "id",
            "key",
            "title",
            "description",
            "status",
            "priority",
            "due_at",
            "assignee_id",
            "project_id",
            "parent_id",
            "type",
            "created_by",
            "created_at",
            "updated_at",
            "version")) {
      assertEquals(task.field(field), row.getField(field), field);
    }
    assertEquals(project.key(), row.getField("project"));
    assertEquals("Anna Weber", row.getField("assignee"));
    assertEquals(parent.field("key"), row.getField("parent"));
    assertEquals("\"red, blue\", ui", row.getField("tags"));
    assertEquals(
        "[{\"type\":\"room\",\"id\":\"019a9f2e-7c3d-7b7e-9d5a-1f6b2c3d4e5f\"}]",
        row.getField("refs"));
    assertEquals("", row.getField("deleted_at"));
  }

  @Test
  void the_file_has_all_pages_of_the_list_in_its_order() {
    for (int batch = 0; batch < 3; batch++) {
      List<Map<String, Object>> tasks = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        tasks.add(
            Map.of(
                "title",
                "Same " + i % 7,
                "project",
                project.key(),
                "priority",
                i % 3 == 0 ? "high" : "low"));
      }
      anna.rest().post("/api/tasks/batch", Map.of("tasks", tasks)).is(201);
    }
    List<String> keys = column(anna.rest().get(of("&sort=key")), "key");
    assertEquals(1200, keys.size());
    for (int i = 0; i < 1200; i++) {
      assertEquals(project.key() + "-" + (i + 1), keys.get(i));
    }
    String narrow = "&priority=high&q=same+3&sort=-title";
    List<String> found = column(anna.rest().get(of(narrow)), "key");
    assertEquals(new HashSet<>(found).size(), found.size(), "a row comes twice");
    List<String> listed = new ArrayList<>();
    anna.rest()
        .get("/api/tasks?limit=200&project=" + project.key() + narrow)
        .is(200)
        .at("/items")
        .forEach(item -> listed.add(item.path("key").asText()));
    assertFalse(listed.isEmpty());
    assertEquals(listed, found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "'=1"})
  void no_cell_begins_a_formula(String title) {
    Work.task(anna, project, title);
    assertEquals(List.of("'" + title), column(anna.rest().get(of("")), "title"));
  }

  @Test
  void the_mark_of_utf_8_comes_if_asked_for() {
    Work.task(anna, project, "Ёлка");
    String marked = anna.rest().get(of("&bom=true")).is(200).text();
    assertTrue(marked.startsWith("\uFEFFkey,title,"), marked);
    assertEquals(anna.rest().get(of("&bom=false")).text(), marked.substring(1));
    assertTrue(marked.contains("Ёлка"), marked);
  }

  @Test
  void the_trash_is_exported_apart() {
    String gone = Work.task(anna, project, "Gone").field("key");
    Work.task(anna, project, "Here");
    anna.rest().delete("/api/tasks/" + gone).is(204);
    assertEquals(List.of("Here"), column(anna.rest().get(of("")), "title"));
    Answer trash = anna.rest().get(of("&deleted=true"));
    assertEquals(List.of("Gone"), column(trash, "title"));
    assertFalse(column(trash, "deleted_at").get(0).isEmpty());
  }

  @Test
  void others_find_in_it_only_what_they_see() {
    Work.task(anna, project, "Secret");
    assertEquals(List.of(), rows(boris.rest().get(of(""))));
    assertFalse(boris.rest().get(AT).is(200).text().contains(project.key()));
    Work.join(anna, project, boris, "viewer");
    assertEquals(List.of("Secret"), column(boris.rest().get(of("")), "title"));
    Rest.stranger().get(of("")).refuses(401, "UNAUTHENTICATED");
  }

  @Test
  void what_the_list_refuses_is_refused_here() {
    Map.of("sort", "size", "status", "open", "bom", "yes", "due_before", "soon", "deleted", "1")
        .forEach(
            (name, value) ->
                anna.rest()
                    .get(of("&" + name + "=" + value))
                    .refuses(422, "VALIDATION_ERROR")
                    .names(name));
    String wrong = URLEncoder.encode("due << 5", StandardCharsets.UTF_8);
    anna.rest().get(of("&q=" + wrong)).refuses(422, "VALIDATION_ERROR").names("q");
    anna.rest().post(AT, Map.of()).is(405);
  }
}
