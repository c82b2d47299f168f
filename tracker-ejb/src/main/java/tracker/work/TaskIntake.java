package tracker.work;

import jakarta.ejb.EJB;
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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.journal.Change;
import tracker.journal.Journal;
import tracker.project.ProjectFound;
import tracker.project.Projects;
import tracker.project.Reach;
import tracker.shared.Clock;
import tracker.shared.Problem;
import tracker.workflow.Standing;
import tracker.workflow.Status;
import tracker.workflow.Workflow;

/**
 * Creates tasks: all of a call or none, with a count of statements that does not grow with them.
 * What is wrong with a field is told under its name with a prefix, e.g. {@code tasks[3].parent_id}.
 */
@Dependent
class TaskIntake {
  @PersistenceContext private EntityManager entities;
  @EJB private Projects projects;
  @Inject private TaskLinks links;
  @Inject private TaskFlow flow;
  @Inject private TaskTree tree;
  @Inject private TaskNumbers numbers;
  @Inject private TagNames tagNames;
  @Inject private Caller caller;
  @EJB private Journal journal;
  @Inject private Clock clock;

  /** One task to be created, with all it names found. */
  private record Sound(
      NewTask wanted,
      Task.Place place,
      Status status,
      Standing standing,
      @Nullable UUID parent,
      List<String> tags) {}

  /** They as they are then, in this order. */
  List<TaskView> create(List<NewTask> wanted, boolean batch) {
    Map<String, ProjectFound> places = new HashMap<>();
    Map<UUID, Workflow> rules = new HashMap<>();
    List<Sound> sound = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      sound.add(prove(wanted.get(i), batch ? "tasks[" + i + "]." : "", batch, places, rules));
    }
    checkRoom(sound);
    List<Task> tasks = persist(sound);
    List<UUID> ids = tasks.stream().map(Task::id).toList();
    Map<UUID, TaskView> made =
        journal.record(changes(tasks, sound), TaskRows.all(ids)).stream()
            .collect(Collectors.toMap(TaskView::id, Function.identity()));
    return ids.stream().map(made::get).toList();
  }

  /**
   * Creates one that the product itself asks for. A limit of its status does not keep it away: what
   * it follows from has happened.
   */
  UUID raise(NewTask wanted, ProjectFound in) {
    Map<String, ProjectFound> places = new HashMap<>(Map.of(in.id().toString(), in));
    NewTask there = wanted.within(in.id().toString());
    return create(List.of(prove(there, "", false, places, new HashMap<>()))).get(0);
  }

  /**
   * Creates those of one project that break no rule; what is wrong with another is told in its
   * place.
   *
   * @param shape refuses what has not even the shape of a task
   */
  List<Taken> createSound(List<NewTask> wanted, Consumer<NewTask> shape) {
    Map<String, ProjectFound> places = new HashMap<>();
    Map<UUID, Workflow> rules = new HashMap<>();
    Map<Status, Integer> counts = new HashMap<>();
    List<@Nullable Taken> taken = new ArrayList<>();
    List<Sound> sound = new ArrayList<>();
    for (NewTask each : wanted) {
      try {
        shape.accept(each);
        Sound one = prove(each, "", false, places, rules);
        int more = counts.merge(one.status(), 1, Integer::sum);
        flow.checkRoom(one.place().id(), one.status(), more);
        sound.add(one);
        taken.add(null);
      } catch (Problem refused) {
        taken.add(Taken.refused(refused));
      }
    }
    Iterator<UUID> made = create(sound).iterator();
    return taken.stream().map(one -> one == null ? Taken.as(made.next()) : one).toList();
  }

  private List<UUID> create(List<Sound> sound) {
    List<Task> tasks = persist(sound);
    journal.record(changes(tasks, sound));
    return tasks.stream().map(Task::id).toList();
  }

  /** What their creation records, once their rows and tags are there. */
  private List<Change> changes(List<Task> tasks, List<Sound> sound) {
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
    return changes;
  }

  private Sound prove(
      NewTask wanted,
      String prefix,
      boolean batch,
      Map<String, ProjectFound> places,
      Map<UUID, Workflow> rules) {
    if (wanted.title().isBlank()) {
      throw Problem.invalid(prefix + "title", "invalid.required");
    }
    String name = wanted.project();
    ProjectFound project = null;
    if (name != null) {
      project = places.get(name);
      if (project == null) {
        project = project(name, prefix, batch);
        places.put(name, project);
      }
    }
    links.checkAssignee(wanted.assigneeId(), project, prefix + "assignee_id");
    UUID place = project == null ? null : project.id();
    UUID parent = links.parent(wanted.parentId(), place, prefix + "parent_id");
    if (parent != null) {
      tree.checkBelow(parent, null, prefix + "parent_id");
    }
    Workflow its = place == null ? Workflow.USUAL : rules.computeIfAbsent(place, flow::hold);
    Status status = TaskFlow.meant(its, wanted.status(), prefix + "status");
    return new Sound(
        wanted,
        project == null ? Task.Place.PERSONAL : Task.Place.of(project),
        status,
        its.standing(status),
        parent,
        TagNames.clean(wanted.tags(), prefix + "tags"));
  }

  private ProjectFound project(String name, String prefix, boolean batch) {
    if (batch && projects.maybeReached(name).isEmpty()) {
      throw Problem.invalid(prefix + "project", "invalid.project");
    }
    return projects.reached(name, Reach.WORK);
  }

  private void checkRoom(List<Sound> sound) {
    Map<UUID, Map<Status, Integer>> counts = new HashMap<>();
    for (Sound one : sound) {
      UUID project = one.place().id();
      if (project != null && one.status().wipLimit() != null) {
        counts.computeIfAbsent(project, id -> new HashMap<>()).merge(one.status(), 1, Integer::sum);
      }
    }
    counts.forEach(
        (project, all) -> all.forEach((status, more) -> flow.checkRoom(project, status, more)));
  }

  private List<Task> persist(List<Sound> sound) {
    Map<Task.Place, Integer> counts = new HashMap<>();
    sound.forEach(one -> counts.merge(one.place(), 1, Integer::sum));
    Map<Task.Place, Iterator<Long>> next = numbers.take(counts);
    Instant now = clock.now();
    List<Task> tasks = new ArrayList<>();
    for (Sound one : sound) {
      long number = Objects.requireNonNull(next.get(one.place())).next();
      Task task =
          new Task(
              one.wanted(), one.place(), one.standing(), number, one.parent(), caller.id(), now);
      entities.persist(task);
      tasks.add(task);
    }
    return tasks;
  }
}
