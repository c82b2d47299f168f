package tracker.work;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.identity.Accounts;
import tracker.identity.Caller;
import tracker.journal.Change;
import tracker.journal.Journal;
import tracker.journal.Past;
import tracker.journal.Skipped;
import tracker.project.Projects;
import tracker.project.Reach;
import tracker.shared.Clock;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;
import tracker.shared.Sql;
import tracker.shared.Texts;
import tracker.workflow.Status;
import tracker.workflow.Workflow;

/**
 * Changes many tasks in one transaction. A status alone takes a count of statements that does not
 * grow with them.
 */
@Dependent
class TaskBulk {
  @PersistenceContext private EntityManager entities;
  @Inject private Sql sql;
  @Inject private Access access;
  @EJB private Projects projects;
  @EJB private Accounts accounts;
  @Inject private TaskEdit edit;
  @Inject private TaskTree tree;
  @Inject private TaskFlow flow;
  @Inject private TaskRows rows;
  @Inject private Caller caller;
  @EJB private Journal journal;
  @Inject private Clock clock;

  /** Where a transaction goes back to when it only tries. */
  private static final String START = "bulk_start";

  private static final String ROW = "bulk_row";

  BulkResult status(List<UUID> ids, String status) {
    return each(ids, false, (able, rules, skipped) -> enter(able, status, rules, skipped));
  }

  /** See {@link Tasks#changeMany}. */
  BulkResult change(
      List<UUID> ids, TaskChange change, List<String> added, List<String> removed, boolean dry) {
    checkNames(change);
    return perhaps(
        dry,
        () ->
            each(
                ids,
                change.parentId() != null,
                (able, rules, skipped) -> {
                  Map<UUID, List<String>> tags =
                      added.isEmpty() && removed.isEmpty() ? Map.of() : rows.tags(able);
                  int done = 0;
                  for (UUID id : able) {
                    List<String> own = tags.get(id);
                    TaskChange its =
                        own == null ? change : change.tagged(tags(change, own, added, removed));
                    done += applied(id, its, rules, skipped) ? 1 : 0;
                  }
                  return done;
                }));
  }

  /** See {@link Tasks#deleteMany}. */
  BulkResult delete(List<UUID> ids, boolean dry) {
    return perhaps(dry, () -> each(ids, false, (able, rules, skipped) -> gone(able, skipped)));
  }

  private int gone(List<UUID> ids, List<Skipped> skipped) {
    List<TaskEdit.Edited> edited = new ArrayList<>();
    for (Task task : edit.locked(ids)) {
      // another call may have deleted it between finding and locking
      if (task.isDeleted()) {
        skipped.add(skipped(task.id(), WorkProblem.TASK_NOT_FOUND));
      } else {
        edited.add(edit.deleted(task, true));
      }
    }
    edit.write(edited);
    return edited.size();
  }

  // trying is doing, and going back
  private BulkResult perhaps(boolean dry, Supplier<BulkResult> act) {
    if (dry) {
      sql.change("savepoint " + START);
    }
    BulkResult result = act.get();
    if (dry) {
      sql.change("rollback to savepoint " + START);
      entities.clear();
    }
    return result;
  }

  // what all rows name is proved once: inside, a door's refusal would spoil the whole transaction
  private void checkNames(TaskChange change) {
    String project = change.project() == null ? null : change.project().orElse(null);
    if (project != null
        && projects
            .maybeReached(project)
            .filter(found -> found.reach().covers(Reach.WORK))
            .isEmpty()) {
      throw Problem.invalid("project", "problem.PROJECT_NOT_FOUND");
    }
    UUID account = change.assigneeId() == null ? null : change.assigneeId().orElse(null);
    if (account != null && !accounts.exists(account)) {
      throw Problem.invalid("assignee_id", "invalid.account");
    }
  }

  private static List<String> tags(
      TaskChange change, List<String> own, List<String> added, List<String> removed) {
    List<String> names =
        new ArrayList<>(change.tags() == null ? own : change.tags().orElse(List.of()));
    names.addAll(added);
    Set<String> without =
        removed.stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    names.removeIf(name -> without.contains(name.strip().toLowerCase(Locale.ROOT)));
    return names;
  }

  /** Applies a patch to one of them; false where nothing was to change or it was refused. */
  private boolean applied(
      UUID id, TaskChange change, Map<UUID, Workflow> rules, List<Skipped> skipped) {
    Task task = entities.find(Task.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (task == null || task.isDeleted()) {
      skipped.add(skipped(id, WorkProblem.TASK_NOT_FOUND));
      return false;
    }
    UUID project = task.projectId();
    Workflow its = project == null ? Workflow.USUAL : rules.getOrDefault(project, Workflow.USUAL);
    long version = task.version();
    // a move writes its old key and takes a number before the rest of it may be refused
    boolean moves = change.project() != null;
    if (moves) {
      sql.change("savepoint " + ROW);
    }
    try {
      edit.apply(task, change, its);
    } catch (Problem refused) {
      if (moves) {
        sql.change("rollback to savepoint " + ROW);
      }
      skipped.add(Past.skipped(caller, id, refused));
      version = task.version();
    }
    boolean changed = task.version() != version;
    // a half-applied patch must not be written, and a flush looks at all that is kept
    entities.detach(task);
    return changed;
  }

  /** What is done to tasks that the caller may change. */
  private interface Doing {
    /** Gives how many it changed; adds those that it did not to the skipped ones. */
    int to(List<UUID> able, Map<UUID, Workflow> rules, List<Skipped> skipped);
  }

  private BulkResult each(List<UUID> ids, boolean hangs, Doing doing) {
    Set<UUID> wanted = new LinkedHashSet<>(ids);
    Map<UUID, Access.TaskFound> found = access.tasks(wanted);
    List<Skipped> skipped = new ArrayList<>();
    List<UUID> able = new ArrayList<>();
    Set<UUID> places = new TreeSet<>();
    for (UUID id : wanted) {
      Access.TaskFound task = found.get(id);
      if (task == null || task.deleted()) {
        skipped.add(skipped(id, WorkProblem.TASK_NOT_FOUND));
      } else if (!task.reach().covers(Reach.WORK)) {
        skipped.add(skipped(id, CommonProblem.FORBIDDEN));
      } else {
        able.add(id);
        if (task.projectId() != null) {
          places.add(task.projectId());
        }
      }
    }
    // by id, so that two bulk changes cannot block each other for ever
    able.sort(Comparator.comparing(UUID::toString));
    int updated = 0;
    if (!able.isEmpty()) {
      Map<UUID, Workflow> rules = flow.hold(places);
      if (hangs) {
        tree.lock();
      }
      updated = doing.to(able, rules, skipped);
    }
    return new BulkResult(updated, skipped, caller.operation());
  }

  private int enter(List<UUID> ids, String word, Map<UUID, Workflow> rules, List<Skipped> skipped) {
    Instant now = clock.now();
    List<Change> changes = new ArrayList<>();
    List<Task> tasks = edit.locked(ids);
    Map<UUID, List<String>> tags = rows.tags(ids);
    Map<String, Integer> room = new HashMap<>();
    for (Task task : tasks) {
      if (task.isDeleted()) {
        skipped.add(skipped(task.id(), WorkProblem.TASK_NOT_FOUND));
        continue;
      }
      UUID project = task.projectId();
      Workflow its = project == null ? Workflow.USUAL : rules.getOrDefault(project, Workflow.USUAL);
      try {
        Status to = TaskFlow.meant(its, word, "status");
        if (!to.equals(its.at(task.standing()))) {
          flow.checkWay(its, task, to, () -> !tags.getOrDefault(task.id(), List.of()).isEmpty());
          takeRoom(project, to, room);
          String old = task.standing().word();
          task.enter(its.standing(to), now);
          task.touch(now);
          changes.add(task.changed("status", old, task.standing().word()));
        }
      } catch (Problem refused) {
        skipped.add(Past.skipped(caller, task.id(), refused));
      }
    }
    entities.flush();
    journal.record(changes);
    return changes.size();
  }

  // counted once for a status, then by hand: nothing of this call is written yet
  private void takeRoom(@Nullable UUID project, Status to, Map<String, Integer> room) {
    if (project == null || to.wipLimit() == null) {
      return;
    }
    String key = project + " " + to.name();
    int left = room.computeIfAbsent(key, k -> flow.room(project, to));
    if (left == 0) {
      throw Problem.of(WorkProblem.WIP_LIMIT, to.name(), to.wipLimit());
    }
    room.put(key, left - 1);
  }

  private Skipped skipped(UUID id, Problem.Code code) {
    return new Skipped(id, code.name(), Texts.in(caller.locale()).say(code.textKey()));
  }
}
