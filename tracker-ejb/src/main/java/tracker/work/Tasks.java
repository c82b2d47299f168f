package tracker.work;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.filter.Filters;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Reached;
import tracker.identity.Right;
import tracker.journal.HistoryEntry;
import tracker.journal.Journal;
import tracker.project.Projects;
import tracker.project.Reach;
import tracker.shared.CommonProblem;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Shapes;
import tracker.shared.Storable;
import tracker.workflow.Workflow;

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
  @EJB private Filters filters;
  @Inject private TaskIntake intake;
  @EJB private Projects projects;
  @Inject private TaskEdit edit;
  @Inject private TaskTree tree;
  @Inject private TaskFlow flow;
  @Inject private TaskBulk bulk;
  @Inject private Explain explain;
  @EJB private Journal journal;
  @Inject private Validator validator;
  @Inject private Caller caller;

  @Allowed(Right.PROJECT_WORK)
  public TaskView create(@Valid NewTask wanted) {
    return intake.create(List.of(wanted), false).get(0);
  }

  /**
   * Creates one that the product itself asks for in a project, whatever the caller may do there.
   *
   * @return its id; empty where the project is gone
   */
  @Allowed(Right.INTERNAL)
  public Optional<UUID> raise(@Valid NewTask wanted, UUID project) {
    return projects.forWork(project).map(in -> intake.raise(wanted, in));
  }

  /** Living tasks that are about this thing, the newest first, that the caller sees. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.PROJECT_VIEW)
  public List<TaskName> about(Ref thing, int most) {
    return rows.about(thing, most);
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
    return intake.create(wanted, true);
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.PROJECT_VIEW)
  public TaskView one(String idOrKey) {
    return rows.seen(idOrKey);
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.PROJECT_VIEW)
  public Page<TaskView> list(TaskAsk ask, PageAsk part) {
    Storable.check("q", ask.text());
    Storable.check(ask);
    flow.checkKnown(ask.status());
    UUID filter = ask.filter();
    return list.page(ask, filter == null ? null : filters.one(filter).query(), part);
  }

  /**
   * Changes fields; where a version is given and another one is there, 412 STALE with the current
   * task.
   */
  @Allowed(Right.PROJECT_WORK)
  public TaskView change(String idOrKey, @Valid TaskChange change, @Nullable Long ifVersion) {
    Access.TaskFound found = access.task(idOrKey, Reach.WORK);
    if (change.parentId() != null) {
      tree.lock(); // before the row: a writer of the parent's row would wait for this one
    }
    Workflow rules = change.status() == null ? Workflow.USUAL : flow.hold(found.projectId());
    return edit.change(living(found.id(), ifVersion), change, rules);
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
  public BulkResult bulkStatus(List<UUID> ids, String status) {
    checkCount("ids", ids);
    if (ids.stream().anyMatch(Objects::isNull)) {
      throw Problem.invalid("ids", "invalid.required");
    }
    flow.checkKnown(List.of(status));
    return bulk.status(ids, status);
  }

  /**
   * Changes 1 to 500 tasks as {@link #change} would; what is refused is skipped and named. Unknown
   * projects and accounts are 422 for the whole call.
   *
   * @param change the same for all; {@code tags} before {@code added} and {@code removed}
   * @param dry whether only to find out: nothing is changed then
   */
  @Allowed(Right.PROJECT_WORK)
  public BulkResult changeMany(
      List<UUID> ids,
      @Valid TaskChange change,
      List<String> added,
      List<String> removed,
      boolean dry) {
    checkCount("ids", ids);
    return bulk.change(ids, change, added, removed, dry);
  }

  /**
   * Puts 1 to 500 tasks into the trash; what is refused is skipped and named.
   *
   * @param dry whether only to find out: nothing is changed then
   */
  @Allowed(Right.PROJECT_WORK)
  public BulkResult deleteMany(List<UUID> ids, boolean dry) {
    checkCount("ids", ids);
    return bulk.delete(ids, dry);
  }

  /** The ids of what is asked for, at most so many. */
  @Allowed(Right.PROJECT_VIEW)
  public List<UUID> ids(TaskAsk ask, int most) {
    Storable.check("q", ask.text());
    return list.ids(ask, most);
  }

  /** What happened to it, newest first. */
  @Allowed(Right.PROJECT_VIEW)
  public Page<HistoryEntry> history(String idOrKey, PageAsk ask) {
    return journal.history(access.anyTask(idOrKey, Reach.SEE).id(), ask);
  }

  /** One change of it. */
  @Allowed(Right.PROJECT_VIEW)
  public HistoryEntry past(String idOrKey, UUID change) {
    return journal
        .change(access.anyTask(idOrKey, Reach.SEE).id(), change)
        .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  /** How far the caller's rights go with a task, also with one in the trash. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.PROJECT_VIEW)
  public Reached reach(String idOrKey) {
    return maybeReach(idOrKey).orElseThrow(() -> Problem.of(WorkProblem.TASK_NOT_FOUND));
  }

  /** The same; empty where the caller does not see it. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.PROJECT_VIEW)
  public Optional<Reached> maybeReach(String idOrKey) {
    return access.maybeTask(idOrKey).map(found -> found.forOthers(caller.isAdmin()));
  }

  /** By id, those of these tasks that the caller sees, also of those in the trash. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.PROJECT_VIEW)
  public Map<UUID, TaskName> names(Collection<UUID> ids) {
    return rows.names(ids);
  }

  /** Living tasks whose key or title has all words of this text, the likeliest first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.PROJECT_VIEW)
  public List<TaskName> find(String text, int most) {
    Storable.check("text", text);
    return rows.find(text, most);
  }

  /** Those of these accounts that see the task as its people: members, or everybody. */
  @Allowed(Right.INTERNAL)
  public List<UUID> seenBy(UUID task, List<UUID> accounts) {
    return accounts.isEmpty() ? List.of() : access.seeing(task, accounts);
  }

  /** Somebody and a task. */
  public record Sight(UUID task, UUID account) {}

  /** Those of these where the active account sees the task, administrators too. */
  @Allowed(Right.INTERNAL)
  public Set<Sight> seen(Collection<Sight> pairs) {
    return pairs.isEmpty() ? Set.of() : access.seen(pairs);
  }

  /**
   * Why the caller may do something with it, or may not.
   *
   * @param action {@code view}, {@code edit}, {@code comment}, {@code attach}, {@code delete},
   *     {@code restore}, {@code manage} or {@code transition:<status>}
   */
  @Allowed(Right.PROJECT_VIEW)
  public Explanation explain(String idOrKey, String action) {
    return explain.of(idOrKey, action);
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
