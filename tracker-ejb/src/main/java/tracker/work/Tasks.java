package tracker.work;

import jakarta.ejb.Stateless;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Allowed;
import tracker.identity.Right;
import tracker.journal.HistoryEntry;
import tracker.shared.Page;
import tracker.shared.PageAsk;

/**
 * The door to tasks. A task is named by its id or key. Others' private tasks look unknown (404
 * TASK_NOT_FOUND).
 */
@Stateless
public class Tasks {
  @Allowed(Right.PROJECT_WORK)
  public TaskView create(@Valid NewTask wanted) {
    throw new UnsupportedOperationException();
  }

  /**
   * Creates all or none; a bad one is 422 with its place in the field name ({@code
   * tasks[3].title}).
   */
  @Allowed(Right.PROJECT_WORK)
  public List<TaskView> createAll(List<NewTask> wanted) {
    throw new UnsupportedOperationException();
  }

  @Allowed(Right.PROJECT_VIEW)
  public TaskView one(String idOrKey) {
    throw new UnsupportedOperationException();
  }

  @Allowed(Right.PROJECT_VIEW)
  public Page<TaskView> list(TaskAsk ask, PageAsk part) {
    throw new UnsupportedOperationException();
  }

  /**
   * Changes fields; where a version is given and another one is there, 412 STALE with the current
   * task.
   */
  @Allowed(Right.PROJECT_WORK)
  public TaskView change(String idOrKey, @Valid TaskChange change, @Nullable Long ifVersion) {
    throw new UnsupportedOperationException();
  }

  /** Puts it into the trash. */
  @Allowed(Right.PROJECT_WORK)
  public void delete(String idOrKey, @Nullable Long ifVersion) {
    throw new UnsupportedOperationException();
  }

  /** Takes it out of the trash, with its key and history; what was not deleted stays as it is. */
  @Allowed(Right.PROJECT_WORK)
  public TaskView restore(String idOrKey) {
    throw new UnsupportedOperationException();
  }

  /** Gives 1 to 500 tasks one status; what cannot be changed is skipped and named. */
  @Allowed(Right.PROJECT_WORK)
  public BulkResult bulkStatus(List<UUID> ids, Status status) {
    throw new UnsupportedOperationException();
  }

  /** What happened to it, newest first. */
  @Allowed(Right.PROJECT_VIEW)
  public Page<HistoryEntry> history(String idOrKey, PageAsk ask) {
    throw new UnsupportedOperationException();
  }
}
