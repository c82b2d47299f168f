package tracker.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tracker.identity.Caller;
import tracker.identity.Role;
import tracker.project.Visibility;
import tracker.shared.OnePostgres;
import tracker.shared.Sql;
import tracker.workflow.Category;

class TaskNamesDbTest {
  private final Sql sql = OnePostgres.sql();
  private final Rows rows = new Rows(sql);
  private final Caller caller = Rows.caller(Role.USER);
  private final Task.Place project = rows.project(Visibility.INTERNAL);
  private final TaskRows names = new TaskRows(sql, caller);

  private List<String> found(String text) {
    return names.find(text, 8).stream().map(TaskName::title).toList();
  }

  @Test
  void all_words_stand_in_key_or_title_in_whatever_order() {
    String mark = project.key().toLowerCase(java.util.Locale.ROOT);
    rows.task(project, 1, "Починить смеситель " + mark, null);
    UUID other = rows.task(project, 2, "Купить " + mark, null);
    sql.change("update task.task set description = 'смеситель' where id = ?", other);
    assertEquals(
        List.of("Починить смеситель " + mark), found("СМЕСИТЕЛЬ " + project.key() + " почин"));
    assertEquals(List.of(), found(mark + " смеситель купить"));
    assertEquals(List.of(), found("50%_" + mark));
    assertEquals(List.of(), found("   "));
  }

  @Test
  void the_task_of_a_key_comes_first_and_closed_ones_last() {
    for (int number = 10; number < 20; number++) {
      rows.task(project, number, "about " + project.key() + "-1", null);
    }
    rows.task(project, 1, "the one", null, Category.DONE, UUID.randomUUID(), null);
    List<String> titles = found(project.key().toLowerCase(java.util.Locale.ROOT) + "-1");
    assertEquals("the one", titles.get(0));
    assertEquals(8, titles.size());
    rows.task(project, 21, "zzz" + project.key(), null, Category.DONE, UUID.randomUUID(), null);
    rows.task(project, 20, "zzz" + project.key() + " open", null);
    assertEquals(
        List.of("zzz" + project.key() + " open", "zzz" + project.key()),
        found("zzz" + project.key()));
  }

  @Test
  void only_what_the_caller_sees_is_named() {
    Task.Place secret = rows.project(Visibility.PRIVATE);
    UUID hidden = rows.task(secret, 1, "hidden", null);
    UUID seen = rows.task(project, 1, "seen", null);
    UUID gone = rows.task(project, 2, "gone", null);
    sql.change("update task.task set deleted_at = now() where id = ?", gone);
    assertEquals(Set.of(seen, gone), names.names(List.of(hidden, seen, gone)).keySet());
    assertEquals(List.of(), found(secret.key() + "-1"));
    assertEquals(List.of(), found(project.key() + "-2"));
    assertEquals(java.util.Map.of(), names.names(List.of()));
  }
}
