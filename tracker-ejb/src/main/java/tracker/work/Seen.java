package tracker.work;

import java.util.List;
import tracker.identity.Caller;
import tracker.project.ProjectsSeen;

/**
 * The conditions, in SQL, for what a caller sees, for all statements that list it. Each adds what
 * its places take to the arguments.
 */
public final class Seen {
  /**
   * Rows of {@code task.task t} that {@code auth.account a} sees, the trash too, where a statement
   * is about many people.
   */
  public static final String TASK_BY_ACCOUNT =
      "(t.project_id is null and (a.role = 'admin' or a.id in (t.created_by, t.assignee_id))"
          + " or exists (select 1 from task.project x where x.id = t.project_id"
          + " and x.deleted_at is null and (a.role = 'admin' or x.visibility = 'internal'"
          + " or exists (select 1 from task.member m where m.project_id = x.id"
          + " and m.account_id = a.id))))";

  private Seen() {}

  /** Rows of {@code task.task t}, the trash too; those of projects in the trash are hidden. */
  public static String tasks(Caller caller, List<Object> args) {
    if (caller.isAdmin()) {
      return Access.SEEN_BY_ADMIN;
    }
    args.add(caller.id());
    args.add(caller.id());
    return Access.SEEN;
  }

  /**
   * The same as {@link #tasks}, for statements that look rows up one by one: project by project,
   * where the other reads all projects first.
   */
  public static String task(Caller caller, List<Object> args) {
    if (caller.isAdmin()) {
      return "not exists (select 1 from task.project x where x.id = t.project_id"
          + " and x.deleted_at is not null)";
    }
    args.add(caller.id());
    return "(t.project_id is null and ? in (t.created_by, t.assignee_id)"
        + " or exists (select 1 from task.project x where x.id = t.project_id"
        + " and x.deleted_at is null and "
        + ProjectsSeen.rows(caller, args)
        + "))";
  }

  /**
   * Rows of {@code task.tag g}: one's own, those on nothing, those on living tasks that one sees.
   */
  public static String tags(Caller caller, List<Object> args) {
    if (caller.isAdmin()) {
      return "true";
    }
    args.add(caller.id());
    return "(g.created_by = ?"
        + " or not exists (select 1 from task.task_tag tt where tt.tag_id = g.id)"
        // tag by tag and task by task: else all tasks are read for the sake of one tag
        + " or exists (select 1 from task.task_tag tt cross join lateral (select 1"
        + " from task.task t where t.id = tt.task_id and t.deleted_at is null and "
        + tasks(caller, args)
        + " limit 1) t where tt.tag_id = g.id offset 0))";
  }
}
