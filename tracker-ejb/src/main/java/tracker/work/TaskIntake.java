package tracker.work;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.journal.Change;
import tracker.journal.Journal;
import tracker.shared.Clock;
import tracker.shared.Problem;

/**
 * Creates tasks: all of a call or none, with a count of statements that does not grow with them.
 * What is wrong with a field is told under its name with a prefix, e.g. {@code tasks[3].parent_id}.
 */
@Dependent
class TaskIntake {
  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private TaskLinks links;
  @Inject private TaskNumbers numbers;
  @Inject private TagNames tagNames;
  @Inject private Caller caller;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /** One task to be created, with all it names found. */
  private record Sound(
      NewTask wanted, Task.Place place, @Nullable UUID parent, List<String> tags) {}

  List<UUID> create(List<NewTask> wanted, boolean batch) {
    Map<String, Access.ProjectFound> projects = new HashMap<>();
    List<Sound> sound = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      sound.add(prove(wanted.get(i), batch ? "tasks[" + i + "]." : "", batch, projects));
    }
    List<Task> tasks = persist(sound);
    entities.flush();
    List<Change> changes = new ArrayList<>();
    Map<UUID, List<String>> tags = new LinkedHashMap<>();
    for (int i = 0; i < tasks.size(); i++) {
      Task task = tasks.get(i);
      List<String> names = sound.get(i).tags();
      Map<String, Object> fields = task.fields();
      if (!names.isEmpty()) {
        tags.put(task.id(), names);
        fields.put("tags", names);
      }
      changes.add(task.changed("created", null, fields));
    }
    if (!tags.isEmpty()) {
      tagNames.put(tags, true, changes);
    }
    journal.record(changes);
    return tasks.stream().map(Task::id).toList();
  }

  private Sound prove(
      NewTask wanted, String prefix, boolean batch, Map<String, Access.ProjectFound> projects) {
    if (wanted.title().isBlank()) {
      throw Problem.invalid(prefix + "title", "invalid.required");
    }
    String name = wanted.project();
    Access.ProjectFound project = null;
    if (name != null) {
      project = projects.get(name);
      if (project == null) {
        project = project(name, prefix, batch);
        projects.put(name, project);
      }
    }
    links.checkAssignee(wanted.assigneeId(), project, prefix + "assignee_id");
    UUID place = project == null ? null : project.id();
    UUID parent = links.parent(wanted.parentId(), place, prefix + "parent_id");
    return new Sound(
        wanted,
        project == null ? Task.Place.PERSONAL : project.place(),
        parent,
        TagNames.clean(wanted.tags(), prefix + "tags"));
  }

  private Access.ProjectFound project(String name, String prefix, boolean batch) {
    if (batch && access.maybeProject(name).isEmpty()) {
      throw Problem.invalid(prefix + "project", "invalid.project");
    }
    return access.project(name, Reach.WORK);
  }

  private List<Task> persist(List<Sound> sound) {
    Map<Task.Place, Integer> counts = new HashMap<>();
    sound.forEach(one -> counts.merge(one.place(), 1, Integer::sum));
    Map<Task.Place, Iterator<Long>> next = numbers.take(counts);
    Instant now = clock.now();
    List<Task> tasks = new ArrayList<>();
    for (Sound one : sound) {
      long number = Objects.requireNonNull(next.get(one.place())).next();
      Task task = new Task(one.wanted(), one.place(), number, one.parent(), caller.id(), now);
      entities.persist(task);
      tasks.add(task);
    }
    return tasks;
  }
}
