package tracker.work;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Allowed;
import tracker.identity.Right;
import tracker.journal.HistoryEntry;
import tracker.journal.Journal;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Shapes;
import tracker.shared.Storable;

/**
 * The door to tasks. A task is named by its id or key. Others' private tasks look unknown (404
 * TASK_NOT_FOUND).
 */
@Stateless
public class Tasks {
  /** How many tasks one call creates or changes at most. */
  public static final int MOST = 500;

  @Inject private Access access;
  @Inject private TaskRows rows;
  @Inject private TaskList list;
  @Inject private TaskIntake intake;
  @Inject private TaskEdit edit;
  @Inject private TaskBulk bulk;
  @Inject private Journal journal;
  @Inject private Validator validator;

  @Allowed(Right.PROJECT_WORK)
  public TaskView create(@Valid NewTask wanted) {
    return rows.written(intake.create(List.of(wanted), false).get(0));
  }

  /**
   * Creates all or none; a bad one is 422 with its place in the field name ({@code
   * tasks[3].title}).
   */
  @Allowed(Right.PROJECT_WORK)
  public List<TaskView> createAll(List<NewTask> wanted) {
    checkCount("tasks", wanted);
    for (int i = 0; i < wanted.size(); i++) {
      NewTask one = wanted.get(i);
      if (one == null) {
        throw Problem.invalid("tasks[" + i + "]", "invalid.required");
      }
      Shapes.check(validator, one, "tasks[" + i + "].");
    }
    return rows.written(intake.create(wanted, true));
  }

  @Allowed(Right.PROJECT_VIEW)
  public TaskView one(String idOrKey) {
    return rows.seen(idOrKey);
  }

  @Allowed(Right.PROJECT_VIEW)
  public Page<TaskView> list(TaskAsk ask, PageAsk part) {
    Storable.check(ask);
    return list.page(ask, part);
  }

  /**
   * Changes fields; where a version is given and another one is there, 412 STALE with the current
   * task.
   */
  @Allowed(Right.PROJECT_WORK)
  public TaskView change(String idOrKey, @Valid TaskChange change, @Nullable Long ifVersion) {
    UUID id = access.task(idOrKey, Reach.WORK).id();
    edit.apply(living(id, ifVersion), change);
    return rows.written(id);
  }

  /** Puts it into the trash. */
  @Allowed(Right.PROJECT_WORK)
  public void delete(String idOrKey, @Nullable Long ifVersion) {
    UUID id = access.task(idOrKey, Reach.WORK).id();
    edit.delete(living(id, ifVersion), true);
  }

  /** Takes it out of the trash, with its key and history; what was not deleted stays as it is. */
  @Allowed(Right.PROJECT_WORK)
  public TaskView restore(String idOrKey) {
    UUID id = access.anyTask(idOrKey, Reach.WORK).id();
    Task task = edit.locked(id, null);
    if (task.isDeleted()) {
      edit.delete(task, false);
    }
    return rows.written(id);
  }

  /** Gives 1 to 500 tasks one status; what cannot be changed is skipped and named. */
  @Allowed(Right.PROJECT_WORK)
  public BulkResult bulkStatus(List<UUID> ids, Status status) {
    checkCount("ids", ids);
    if (ids.stream().anyMatch(Objects::isNull)) {
      throw Problem.invalid("ids", "invalid.required");
    }
    return bulk.status(ids, status);
  }

  /** What happened to it, newest first. */
  @Allowed(Right.PROJECT_VIEW)
  public Page<HistoryEntry> history(String idOrKey, PageAsk ask) {
    return journal.history(access.anyTask(idOrKey, Reach.SEE).id(), ask);
  }

  // another call may have deleted it between finding and locking
  private Task living(UUID id, @Nullable Long ifVersion) {
    Task task = edit.locked(id, ifVersion);
    if (task.isDeleted()) {
      throw Problem.of(WorkProblem.TASK_NOT_FOUND);
    }
    return task;
  }

  private static void checkCount(String field, List<?> rows) {
    if (rows.isEmpty() || rows.size() > MOST) {
      throw Problem.invalid(field, "invalid.count", 1, MOST);
    }
  }
}
