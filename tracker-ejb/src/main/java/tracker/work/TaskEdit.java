package tracker.work;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.journal.Change;
import tracker.journal.Journal;
import tracker.shared.Clock;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;

/** Changes a task: locks it, applies a patch, records what really changed. */
@Dependent
class TaskEdit {
  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private TaskLinks links;
  @Inject private TaskNumbers numbers;
  @Inject private TaskRows rows;
  @Inject private TagNames tagNames;
  @Inject private Journal journal;
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

  /** Puts a task into the trash, or takes it out. */
  void delete(Task task, boolean gone) {
    Change change = task.delete(gone, clock.now());
    entities.flush();
    journal.record(List.of(change));
  }

  /** Applies a patch to a locked task; nothing is written where nothing changes. */
  void apply(Task task, TaskChange wanted) {
    Map<String, Object> before = task.fields();
    Instant now = clock.now();
    List<Change> changes = new ArrayList<>();
    place(task, wanted);
    plain(task, wanted, now);
    people(task, wanted);
    Map<String, Object> after = task.fields();
    after.forEach((field, value) -> note(task, changes, field, before.get(field), value));
    before.forEach(
        (field, value) -> {
          if (!after.containsKey(field)) {
            note(task, changes, field, value, null);
          }
        });
    List<String> tags = tags(task, wanted, changes);
    if (changes.isEmpty()) {
      return;
    }
    task.touch(now);
    entities.flush();
    if (tags != null) {
      tagNames.put(Map.of(task.id(), tags), false, changes);
    }
    journal.record(changes);
  }

  private static void note(
      Task task, List<Change> changes, String field, @Nullable Object old, @Nullable Object now) {
    if (!Objects.equals(old, now)) {
      changes.add(task.changed(field, old, now));
    }
  }

  private void plain(Task task, TaskChange wanted, Instant now) {
    if (wanted.title() != null) {
      task.rename(required(wanted.title().map(String::strip).filter(t -> !t.isEmpty()), "title"));
    }
    if (wanted.description() != null) {
      task.describe(Task.blankToNull(wanted.description().orElse(null)));
    }
    if (wanted.status() != null) {
      task.enter(required(wanted.status(), "status"), now);
    }
    if (wanted.priority() != null) {
      task.matter(required(wanted.priority(), "priority"));
    }
    if (wanted.dueAt() != null) {
      task.fallDue(wanted.dueAt().orElse(null));
    }
    if (wanted.type() != null) {
      task.become(required(wanted.type().map(String::strip).filter(t -> !t.isEmpty()), "type"));
    }
    if (wanted.refs() != null) {
      task.concern(wanted.refs().orElse(List.of()));
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
              .map(name -> access.project(name, Reach.WORK).place())
              .orElse(Task.Place.PERSONAL);
      if (!Objects.equals(target.id(), task.projectId())) {
        move(task, target);
      }
    }
    if (wanted.parentId() != null) {
      String name = wanted.parentId().orElse(null);
      UUID parent = links.parent(name, task.projectId(), "parent_id");
      if (parent != null && !parent.equals(task.parentId())) {
        links.checkNoCycle(task.id(), parent);
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
    Access.ProjectFound found =
        project == null ? null : access.project(project.toString(), Reach.WORK);
    links.checkAssignee(task.assigneeId(), found, "assignee_id");
  }

  /** The names to put; null where they stay. */
  private @Nullable List<String> tags(Task task, TaskChange wanted, List<Change> changes) {
    if (wanted.tags() == null) {
      return null;
    }
    List<String> now = TagNames.clean(wanted.tags().orElse(null), "tags");
    List<String> old = Objects.requireNonNull(rows.tags(List.of(task.id())).get(task.id()));
    if (TagNames.same(old, now)) {
      return null;
    }
    changes.add(task.changed("tags", old, now));
    return now;
  }
}
