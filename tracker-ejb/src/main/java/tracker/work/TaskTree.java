package tracker.work;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Problem;
import tracker.shared.Sql;

/** The rules of what lies below what: never in a circle, and not too deep to be read. */
@Dependent
class TaskTree {
  /** How many tasks lie below one another at most, the topmost counted. */
  static final int DEEPEST = 8;

  // a task in a circle would lead for ever: those that are there already end the way
  private static final String UP =
      "with recursive up (id, parent_id, level) as (select t.id, t.parent_id, 1 from task.task t"
          + " where t.id = ? union all select t.id, t.parent_id, up.level + 1 from task.task t"
          + " join up on t.id = up.parent_id where up.level < 1000)";

  private static final String DOWN =
      "with recursive down (id, level) as (select t.id, 1 from task.task t where t.id = ?"
          + " union all select t.id, down.level + 1 from task.task t"
          + " join down on t.parent_id = down.id where t.deleted_at is null and down.level < 1000)";

  private final Sql sql;

  @Inject
  TaskTree(Sql sql) {
    this.sql = sql;
  }

  /**
   * Refuses a parent that is the task itself or lies below it, or that lies too deep for it.
   *
   * @param task null for one that is being created, below which nothing lies
   */
  void checkBelow(UUID parent, @Nullable UUID task, String field) {
    if (task != null) {
      lock();
      if (isAbove(task, parent)) {
        throw Problem.of(WorkProblem.PARENT_CYCLE).field(field, "problem.PARENT_CYCLE");
      }
    }
    if (levels(UP + " select max(level) from up", parent) + height(task) > DEEPEST) {
      throw Problem.of(WorkProblem.PARENT_TOO_DEEP, DEEPEST)
          .field(field, "problem.PARENT_TOO_DEEP", DEEPEST);
    }
  }

  /**
   * Lets those who move tasks below others wait for each other until their transactions end: two
   * that each go below the other would both find no circle. Taken before the row of a task.
   */
  void lock() {
    sql.alone("parents");
  }

  private boolean isAbove(UUID task, UUID parent) {
    return sql.first(UP + " select true from up where id = ?", row -> true, parent, task)
        .isPresent();
  }

  private int height(@Nullable UUID task) {
    return task == null ? 1 : levels(DOWN + " select max(level) from down", task);
  }

  private int levels(String query, UUID task) {
    return sql.first(query, row -> row.getInt(1), task).orElse(1);
  }
}
