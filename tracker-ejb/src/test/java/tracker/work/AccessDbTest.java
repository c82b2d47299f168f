package tracker.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.identity.Caller;
import tracker.identity.Role;
import tracker.project.Reach;
import tracker.project.Visibility;
import tracker.shared.Ids;
import tracker.shared.OnePostgres;
import tracker.shared.Problem;
import tracker.shared.Sql;

class AccessDbTest {
  private final Sql sql = OnePostgres.sql();
  private final Rows rows = new Rows(sql);
  private final Caller stranger = Rows.caller(Role.USER);
  private final Caller member = Rows.caller(Role.USER);
  private final Task.Place secret = rows.project(Visibility.PRIVATE);
  private final Task.Place open = rows.project(Visibility.INTERNAL);

  private Access access(Caller who) {
    return new Access(sql, who);
  }

  private static String code(Runnable call) {
    return assertThrows(Problem.class, call::run).code().name();
  }

  @Test
  void a_private_project_and_its_tasks_look_unknown_to_strangers() {
    UUID task = rows.task(secret, 1, "hidden", null);
    String key = secret.key() + "-1";
    assertEquals("TASK_NOT_FOUND", code(() -> access(stranger).task(key, Reach.SEE)));
    assertEquals("TASK_NOT_FOUND", code(() -> access(stranger).task(task.toString(), Reach.SEE)));
    assertEquals("TASK_NOT_FOUND", code(() -> new TaskRows(sql, stranger).seen(key)));
    assertTrue(access(stranger).tasks(List.of(task)).isEmpty());
  }

  @Test
  void who_only_sees_is_forbidden_to_change() {
    rows.task(open, 1, "open", null);
    assertEquals("FORBIDDEN", code(() -> access(stranger).task(open.key() + "-1", Reach.WORK)));
  }

  @Test
  void keys_are_found_in_any_case_and_after_a_move() {
    UUID id = rows.task(open, 7, "moved", null);
    sql.change("insert into task.key_alias (key, task_id) values (?, ?)", open.key() + "-3", id);
    String lower = open.key().toLowerCase(Locale.ROOT);
    assertEquals(id, access(stranger).task(lower + "-7", Reach.SEE).id());
    assertEquals(id, access(stranger).task(open.key() + "-3", Reach.SEE).id());
    assertEquals(id, new TaskRows(sql, stranger).seen(open.key() + "-3").id());
  }

  @Test
  void a_task_in_the_trash_is_found_only_where_that_is_asked_for() {
    UUID id = rows.task(open, 1, "gone", null);
    sql.change("update task.task set deleted_at = now() where id = ?", id);
    String key = open.key() + "-1";
    assertEquals("TASK_NOT_FOUND", code(() -> access(stranger).task(key, Reach.SEE)));
    assertEquals("TASK_NOT_FOUND", code(() -> new TaskRows(sql, stranger).seen(key)));
    assertTrue(access(stranger).anyTask(key, Reach.SEE).deleted());
  }

  @Test
  void the_trash_of_projects_hides_their_tasks_from_all() {
    UUID id = rows.task(open, 1, "gone with it", null);
    sql.change("update task.project set deleted_at = now() where id = ?", open.id());
    Caller admin = Rows.caller(Role.ADMIN);
    for (Caller who : Set.of(stranger, admin)) {
      assertEquals("TASK_NOT_FOUND", code(() -> access(who).anyTask(id.toString(), Reach.SEE)));
      assertEquals("TASK_NOT_FOUND", code(() -> new TaskRows(sql, who).seen(id.toString())));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "GER",
        "GER-",
        "GER-0",
        "GER-1x",
        "-1",
        "GER-99999999999999999999",
        "GER-1\u0000",
        "' or 1=1 --",
        "ЁЖ-1",
        "00000000-0000-0000-0000-00000000000g"
      })
  void what_is_neither_id_nor_key_is_not_found(String name) {
    assertEquals("TASK_NOT_FOUND", code(() -> access(stranger).task(name, Reach.SEE)));
    assertEquals("TASK_NOT_FOUND", code(() -> new TaskRows(sql, stranger).seen(name)));
  }

  @Test
  void an_id_of_nothing_is_not_found() {
    String id = Ids.next().toString();
    assertEquals("TASK_NOT_FOUND", code(() -> access(member).task(id, Reach.SEE)));
  }
}
