package tracker.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tracker.project.Places;
import tracker.project.ProjectFound;
import tracker.project.Visibility;
import tracker.shared.Ids;
import tracker.shared.Json;
import tracker.shared.OneConnection;
import tracker.shared.OnePostgres;
import tracker.shared.Sql;

class PackingDbTest {
  private static final Instant DAY = Instant.parse("2026-11-20T00:00:00Z");

  private final Sql sql = OnePostgres.sql();
  private final ProjectFound project = Places.project(Visibility.PRIVATE);
  private final UUID author = account("Ann");

  private UUID account(String name) {
    UUID id = Ids.next();
    sql.change(
        "insert into auth.account (id, email, name, password_hash, role, active, theme, created_at,"
            + " version) values (?, ?, ?, '-', 'user', true, 'system', ?, 1)",
        id,
        id + "@gerask.test",
        name,
        DAY);
    return id;
  }

  private void tasks(int count) {
    sql.change(
        "insert into task.task (id, project_id, space, number, title, status, priority, type, rank,"
            + " created_by, created_at, updated_at) select gen_random_uuid(), ?, ?, n, 'Task ' || n,"
            + " 'todo', 1, 'task', 'i', ?, ?, ? from generate_series(1, ?) n",
        project.id(),
        project.key(),
        author,
        DAY,
        DAY,
        count);
  }

  private UUID comment(String words) {
    UUID id = Ids.next();
    sql.change(
        "insert into comment.comment (id, task_id, created_by, body, created_at, updated_at)"
            + " select ?, t.id, ?, ?, ?, ? from task.task t where t.project_id = ? and t.number = 1",
        id,
        author,
        words,
        DAY,
        DAY,
        project.id());
    return id;
  }

  /** A document in memory; it says when the tasks are being written. */
  private static final class Text extends ByteArrayOutputStream {
    private Runnable meanwhile = () -> {};

    @Override
    public synchronized void write(byte[] bytes, int from, int many) {
      super.write(bytes, from, many);
      if (size() > 100_000) {
        Runnable now = meanwhile;
        meanwhile = () -> {};
        now.run();
      }
    }
  }

  private JsonNode written(Text text, boolean emails) throws SQLException, JsonProcessingException {
    try (Connection connection = OnePostgres.source().getConnection()) {
      connection.setAutoCommit(false);
      Packing packing = new Packing(new Sql(OneConnection.of(connection)));
      packing.write(project.id(), emails, text, new ByteArrayOutputStream());
      connection.rollback();
    }
    return Json.shared().readTree(text.toString(StandardCharsets.UTF_8) + "]}");
  }

  @Test
  void all_of_a_long_project_is_of_one_moment() throws Exception {
    tasks(2500);
    UUID before = comment("Before");
    Text text = new Text();
    text.meanwhile =
        () -> {
          comment("Meanwhile");
          sql.change("update task.task set title = 'Other' where project_id = ?", project.id());
        };
    JsonNode document = written(text, true);
    assertEquals(2500, document.path("tasks").size());
    for (int i = 0; i < 2500; i++) {
      assertEquals("Task " + (i + 1), document.path("tasks").get(i).path("title").asText());
    }
    assertEquals(1, document.path("comments").size());
    assertEquals(before.toString(), document.at("/comments/0/id").asText());
    // and what happened meanwhile is in the next one
    JsonNode next = written(new Text(), true);
    assertEquals(2, next.path("comments").size());
    assertEquals("Other", next.at("/tasks/0/title").asText());
  }

  @Test
  void people_are_named_by_references_in_the_order_of_what_they_did() throws Exception {
    tasks(1);
    UUID second = account("Bob");
    sql.change("update task.task set assignee_id = ? where project_id = ?", second, project.id());
    JsonNode document = written(new Text(), false);
    assertEquals("Ann", document.at("/people/0/name").asText());
    assertEquals(author.toString(), document.at("/people/0/id").asText());
    assertTrue(document.at("/people/0/email").isNull());
    assertEquals("p1", document.at("/tasks/0/created_by").asText());
    assertEquals("p2", document.at("/tasks/0/assignee").asText());
    String plain = document.path("tasks").toString();
    assertFalse(plain.contains(author.toString()) || plain.contains(second.toString()), plain);
    String email = written(new Text(), true).at("/people/1/email").asText();
    assertEquals(second + "@gerask.test", email);
  }
}
