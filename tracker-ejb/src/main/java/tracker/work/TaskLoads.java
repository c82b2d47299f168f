package tracker.work;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.identity.Allowed;
import tracker.identity.Right;
import tracker.project.Reach;
import tracker.shared.Problem;
import tracker.shared.Shapes;
import tracker.workflow.Workflow;

/**
 * The door for those who bring many tasks at once, such as a file: the rules are those of {@link
 * Tasks}, but a bad one stops no other.
 */
@Stateless
public class TaskLoads {
  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private TaskRows rows;
  @Inject private TaskIntake intake;
  @Inject private TaskEdit edit;
  @Inject private TaskFlow flow;
  @Inject private TaskTree tree;
  @Inject private Validator validator;

  /** Living tasks of a project, by id or by present key; others are left out. */
  @Allowed(Right.INTERNAL)
  public List<TaskView> living(UUID project, Collection<UUID> ids, Collection<String> keys) {
    return rows.living(project, ids, keys);
  }

  /** Creates what can be; the places of the answer are those of what was wanted. */
  @Allowed(Right.PROJECT_WORK)
  public List<Taken> create(List<NewTask> wanted) {
    return intake.createSound(wanted, one -> Shapes.check(validator, one, ""));
  }

  /** Changes what can be, in this order; who may not change one is told so in its place. */
  @Allowed(Right.PROJECT_WORK)
  public List<Taken> change(Map<UUID, TaskChange> changes) {
    Map<UUID, Access.TaskFound> found = access.tasks(changes.keySet());
    // before the rows, as everywhere
    Map<UUID, Workflow> rules =
        flow.hold(
            found.values().stream()
                .map(Access.TaskFound::projectId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    if (changes.values().stream().anyMatch(one -> one.parentId() != null)) {
      tree.lock();
    }
    List<Taken> taken = new ArrayList<>();
    changes.forEach((id, change) -> taken.add(change(found.get(id), id, change, rules)));
    return taken;
  }

  private Taken change(
      Access.@Nullable TaskFound found, UUID id, TaskChange change, Map<UUID, Workflow> rules) {
    Task task = null;
    try {
      if (found == null || found.deleted()) {
        throw Problem.of(WorkProblem.TASK_NOT_FOUND);
      }
      found.reach().check(Reach.WORK);
      Shapes.check(validator, change, "");
      task = edit.locked(id, null);
      UUID project = task.projectId();
      Workflow its = project == null ? Workflow.USUAL : rules.getOrDefault(project, Workflow.USUAL);
      edit.apply(task, change, its);
      return Taken.as(id);
    } catch (Problem refused) {
      if (task != null) {
        entities.detach(task); // a half-applied patch must not be written
      }
      return Taken.refused(refused);
    }
  }
}
