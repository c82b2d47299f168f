package tracker.work;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tracker.project.Visibility;
import tracker.shared.OnePostgres;
import tracker.shared.Problem;
import tracker.shared.Sql;

class TaskTreeDbTest {
  private final Sql sql = OnePostgres.sql();
  private final Rows rows = new Rows(sql);
  private final Task.Place project = rows.project(Visibility.INTERNAL);
  private final TaskTree tree = new TaskTree(sql);
  private int next = 1;

  private UUID below(@Nullable UUID parent) {
    UUID id = rows.task(project, next++, "task", null);
    sql.change("update task.task set parent_id = ?::uuid where id = ?", parent, id);
    return id;
  }

  private List<UUID> chain(int length) {
    List<UUID> chain = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      chain.add(below(i == 0 ? null : chain.get(i - 1)));
    }
    return chain;
  }

  private void refuses(WorkProblem code, UUID parent, @Nullable UUID task) {
    Problem refused = assertThrows(Problem.class, () -> tree.checkBelow(parent, task, "parent_id"));
    assertEquals(code, refused.code());
    assertEquals(List.of("parent_id"), List.copyOf(refused.fields().keySet()));
  }

  @Test
  void a_task_goes_neither_below_itself_nor_below_what_is_below_it() {
    List<UUID> chain = chain(3);
    for (UUID parent : chain) {
      refuses(WorkProblem.PARENT_CYCLE, parent, chain.get(0));
    }
    assertDoesNotThrow(() -> tree.checkBelow(chain.get(0), chain.get(2), "parent_id"));
  }

  @Test
  void the_depth_counts_what_is_above_and_what_comes_along() {
    List<UUID> upper = chain(5);
    List<UUID> lower = chain(4);
    refuses(WorkProblem.PARENT_TOO_DEEP, upper.get(4), lower.get(0));
    assertDoesNotThrow(() -> tree.checkBelow(upper.get(3), lower.get(0), "parent_id"));
    assertDoesNotThrow(() -> tree.checkBelow(upper.get(4), lower.get(1), "parent_id"));
    List<UUID> deepest = chain(TaskTree.DEEPEST);
    refuses(WorkProblem.PARENT_TOO_DEEP, deepest.get(TaskTree.DEEPEST - 1), null);
    assertDoesNotThrow(() -> tree.checkBelow(deepest.get(TaskTree.DEEPEST - 2), null, "parent_id"));
  }

  @Test
  void what_lies_in_the_trash_below_a_task_does_not_count() {
    List<UUID> lower = chain(3);
    List<UUID> upper = chain(TaskTree.DEEPEST - 1);
    refuses(WorkProblem.PARENT_TOO_DEEP, upper.get(TaskTree.DEEPEST - 2), lower.get(0));
    sql.change("update task.task set deleted_at = now() where id = ?", lower.get(1));
    assertDoesNotThrow(
        () -> tree.checkBelow(upper.get(TaskTree.DEEPEST - 2), lower.get(0), "parent_id"));
  }
}
