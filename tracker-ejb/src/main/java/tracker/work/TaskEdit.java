package tracker.work;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tracker.journal.Change;
import tracker.journal.Journal;
import tracker.project.ProjectFound;
import tracker.project.Projects;
import tracker.project.Reach;
import tracker.shared.Clock;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;
import tracker.shared.Storable;
import tracker.workflow.Standing;
import tracker.workflow.Status;
import tracker.workflow.Workflow;

/** Changes a task: locks it, applies a patch, records what really changed. */
@Dependent
class TaskEdit {
  @PersistenceContext private EntityManager entities;
  @EJB private Projects projects;
  @Inject private TaskLinks links;
  @Inject private TaskFlow flow;
  @Inject private TaskTree tree;
  @Inject private TaskNumbers numbers;
  @Inject private TaskRows rows;
  @Inject private TagNames tagNames;
  @EJB private Journal journal;
  @Inject private Clock clock;

  /** The row for writing; 412 with the present state where another version is asked for. */
  Task locked(UUID id, @Nullable Long ifVersion) {
    Task task = entities.find(Task.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (task == null) {
      throw Problem.of(WorkProblem.TASK_NOT_FOUND);
    }
    if (ifVersion != null && ifVersion != task.version()) {
      throw Problem.of(CommonProblem.STALE).current(rows.written(id));
    }
    return task;
  }

  /**
   * The rows of these tasks for writing, by id, so that two who take many never wait in a circle.
   */
  List<Task> locked(Collection<UUID> ids) {
    return entities
        .createQuery("select t from Task t where t.id in :ids order by t.id", Task.class)
        .setParameter("ids", ids)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /**
   * What was done to a locked task, and is to be written.
   *
   * @param tags the names that it is to have; null where they stay
   */
  record Edited(Task task, List<Change> changes, @Nullable List<String> tags) {}

  /** Writes and records, with a count of statements that does not grow with the tasks. */
  void write(List<Edited> all) {
    journal.record(written(all));
  }

  private List<Change> written(List<Edited> all) {
    List<Change> changes = new ArrayList<>();
    Map<UUID, List<String>> tags = new LinkedHashMap<>();
    for (Edited one : all) {
      changes.addAll(one.changes());
      if (one.tags() != null) {
        tags.put(one.task().id(), one.tags());
      }
    }
    if (!changes.isEmpty()) {
      entities.flush();
    }
    if (!tags.isEmpty()) {
      tagNames.put(tags, false, changes);
    }
    return changes;
  }

  /** Puts a task into the trash, or takes it out. */
  void delete(Task task, boolean gone) {
    write(List.of(deleted(task, gone)));
  }

  /** The same, not yet written. */
  Edited deleted(Task task, boolean gone) {
    return new Edited(task, List.of(task.delete(gone, clock.now())), null);
  }

  /**
   * Applies a patch to a locked task; nothing is written where nothing changes.
   *
   * @param rules those of its project, held before its row was locked
   */
  void apply(Task task, TaskChange wanted, Workflow rules) {
    write(List.of(edited(task, wanted, rules, false, () -> present(task.id()))));
  }

  /** The same, and how it is then. */
  TaskView change(Task task, TaskChange wanted, Workflow rules) {
    Edited one = edited(task, wanted, rules, false, () -> present(task.id()));
    return journal.record(written(List.of(one)), TaskRows.all(List.of(task.id()))).get(0);
  }

  /**
   * Applies a patch to what was, not yet written: ways that are closed today were taken once.
   *
   * @param present the tags that it has
   */
  Edited putBack(Task task, TaskChange wanted, Workflow rules, List<String> present) {
    return edited(task, wanted, rules, true, () -> present);
  }

  private Edited edited(
      Task task, TaskChange wanted, Workflow rules, boolean back, Supplier<List<String>> present) {
    UUID project = task.projectId();
    Map<String, Object> before = task.fields();
    Instant now = clock.now();
    List<Change> changes = new ArrayList<>();
    place(task, wanted);
    plain(task, wanted);
    people(task, wanted);
    List<String> tags = tags(task, wanted, changes, present);
    Supplier<List<String>> tagged = () -> tags == null ? present.get() : tags;
    boolean moved = !Objects.equals(project, task.projectId());
    if (moved) {
      Workflow there = flow.hold(task.projectId());
      status(task, wanted, there, now, true, tagged);
    } else if (wanted.status() != null) {
      status(task, wanted, rules, now, back, tagged);
    }
    Map<String, Object> after = task.fields();
    after.forEach((field, value) -> note(task, changes, field, before.get(field), value));
    before.forEach(
        (field, value) -> {
          if (!after.containsKey(field)) {
            note(task, changes, field, value, null);
          }
        });
    if (!changes.isEmpty()) {
      task.touch(now);
    }
    return new Edited(task, changes, tags);
  }

  private static void note(
      Task task, List<Change> changes, String field, @Nullable Object old, @Nullable Object now) {
    if (!Objects.equals(old, now)) {
      changes.add(task.changed(field, old, now));
    }
  }

  private void plain(Task task, TaskChange wanted) {
    if (wanted.title() != null) {
      task.rename(required(wanted.title().map(String::strip).filter(t -> !t.isEmpty()), "title"));
    }
    if (wanted.description() != null) {
      task.describe(Storable.orNull(wanted.description().orElse(null)));
    }
    if (wanted.priority() != null) {
      task.matter(required(wanted.priority(), "priority"));
    }
    if (wanted.dueAt() != null) {
      task.fallDue(wanted.dueAt().orElse(null));
    }
    if (wanted.type() != null) {
      task.become(required(wanted.type(), "type"));
    }
    if (wanted.refs() != null) {
      task.concern(wanted.refs().orElse(List.of()));
    }
  }

  /** Status: by the rules of its project; where it comes from elsewhere, as it stood there. */
  private void status(
      Task task,
      TaskChange wanted,
      Workflow rules,
      Instant now,
      boolean free,
      Supplier<List<String>> tags) {
    Status from = rules.at(task.standing());
    Status to =
        wanted.status() == null
            ? from
            : TaskFlow.meant(rules, required(wanted.status(), "status"), "status");
    if (!to.equals(from)) {
      if (!free) {
        flow.checkWay(rules, task, to, () -> !tags.get().isEmpty());
        flow.checkRoom(task.projectId(), to, 1);
      }
    }
    Standing next = rules.standing(to);
    if (!next.equals(task.standing())) {
      task.enter(next, now);
    }
  }

  private static <T> T required(Optional<T> value, String field) {
    return value.orElseThrow(() -> Problem.invalid(field, "invalid.required"));
  }

  /** Project and parent. */
  private void place(Task task, TaskChange wanted) {
    if (wanted.project() != null) {
      Task.Place target =
          wanted
              .project()
              .map(name -> Task.Place.of(projects.reached(name, Reach.WORK)))
              .orElse(Task.Place.PERSONAL);
      if (!Objects.equals(target.id(), task.projectId())) {
        move(task, target);
      }
    }
    if (wanted.parentId() != null) {
      String name = wanted.parentId().orElse(null);
      UUID parent = links.parent(name, task.projectId(), "parent_id");
      if (parent != null && !parent.equals(task.parentId())) {
        tree.checkBelow(parent, task.id(), "parent_id");
      }
      task.lieUnder(parent);
    }
  }

  // its old key goes on naming it; what lies above or below it would be in another project
  private void move(Task task, Task.Place target) {
    if (rows.written(task.id()).children() > 0) {
      throw Problem.of(WorkProblem.HAS_CHILDREN, task.key());
    }
    task.lieUnder(null);
    links.keepAlias(task.key(), task.id());
    task.moveTo(target, numbers.take(target, 1).next());
  }

  private void people(Task task, TaskChange wanted) {
    boolean moved = wanted.project() != null;
    if (wanted.assigneeId() == null && !moved) {
      return;
    }
    if (wanted.assigneeId() != null) {
      UUID account = wanted.assigneeId().orElse(null);
      if (Objects.equals(account, task.assigneeId()) && !moved) {
        return;
      }
      task.assign(account);
    }
    UUID project = task.projectId();
    ProjectFound found = project == null ? null : projects.reached(project.toString(), Reach.WORK);
    links.checkAssignee(task.assigneeId(), found, "assignee_id");
  }

  /** The names to put; null where they stay. */
  private static @Nullable List<String> tags(
      Task task, TaskChange wanted, List<Change> changes, Supplier<List<String>> present) {
    if (wanted.tags() == null) {
      return null;
    }
    List<String> now = TagNames.clean(wanted.tags().orElse(null), "tags");
    List<String> old = present.get();
    if (TagNames.same(old, now)) {
      return null;
    }
    changes.add(task.changed("tags", old, now));
    return now;
  }

  private List<String> present(UUID task) {
    return Objects.requireNonNull(rows.tags(List.of(task)).get(task));
  }
}
