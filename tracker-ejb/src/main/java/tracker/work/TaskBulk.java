package tracker.work;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tracker.identity.Caller;
import tracker.journal.Change;
import tracker.journal.Journal;
import tracker.journal.Skipped;
import tracker.shared.Clock;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;
import tracker.shared.Texts;

/**
 * Changes many tasks in one transaction, with a count of statements that does not grow with them.
 */
@Dependent
class TaskBulk {
  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private Caller caller;
  @Inject private Journal journal;
  @Inject private Clock clock;

  BulkResult status(List<UUID> ids, Status status) {
    Set<UUID> wanted = new LinkedHashSet<>(ids);
    Map<UUID, Access.TaskFound> found = access.tasks(wanted);
    List<Skipped> skipped = new ArrayList<>();
    List<UUID> able = new ArrayList<>();
    for (UUID id : wanted) {
      Access.TaskFound task = found.get(id);
      if (task == null || task.deleted()) {
        skipped.add(skipped(id, WorkProblem.TASK_NOT_FOUND));
      } else if (!task.reach().covers(Reach.WORK)) {
        skipped.add(skipped(id, CommonProblem.FORBIDDEN));
      } else {
        able.add(id);
      }
    }
    int updated = able.isEmpty() ? 0 : enter(able, status, skipped);
    return new BulkResult(updated, skipped, caller.operation());
  }

  private int enter(List<UUID> ids, Status status, List<Skipped> skipped) {
    Instant now = clock.now();
    List<Change> changes = new ArrayList<>();
    // by id, so that two bulk changes cannot block each other for ever
    List<Task> tasks =
        entities
            .createQuery("select t from Task t where t.id in :ids order by t.id", Task.class)
            .setParameter("ids", ids)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    for (Task task : tasks) {
      if (task.isDeleted()) {
        skipped.add(skipped(task.id(), WorkProblem.TASK_NOT_FOUND));
      } else if (task.status() != status) {
        changes.add(task.changed("status", task.status(), status));
        task.enter(status, now);
        task.touch(now);
      }
    }
    entities.flush();
    journal.record(changes);
    return changes.size();
  }

  private Skipped skipped(UUID id, Problem.Code code) {
    return new Skipped(id, code.name(), Texts.in(caller.locale()).say(code.textKey()));
  }
}
