package tracker.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tracker.shared.Ids;
import tracker.work.TaskLoads;
import tracker.work.TaskView;

/** Which rows are tasks already, and which task another row or a cell means. */
final class Matches {
  private final Map<Draft.Name, UUID> known;
  private final Map<UUID, TaskView> byId = new HashMap<>();
  private final Map<String, TaskView> byKey = new HashMap<>();
  private final Map<Draft.Name, Draft> inFile = new HashMap<>();
  private final Map<UUID, Integer> rows = new HashMap<>();
  private final Map<Draft, TaskView> there = new HashMap<>();
  private final Map<Draft, UUID> made = new HashMap<>();

  /**
   * Looks all of them up at once.
   *
   * @param earlier which rows of the file, not among these, were found to be these tasks
   */
  Matches(
      UUID project,
      String source,
      List<Draft> drafts,
      Origins origins,
      TaskLoads loads,
      Function<Collection<UUID>, Map<UUID, Integer>> earlier) {
    Set<Draft.Name> names = new HashSet<>();
    Set<UUID> ids = new HashSet<>();
    for (Draft draft : drafts) {
      draft.names.forEach(name -> inFile.putIfAbsent(name, draft));
      names.addAll(draft.names);
      if (draft.above != null) {
        names.add(new Draft.Name(source, draft.above));
      }
      if (draft.id != null) {
        ids.add(draft.id);
      }
    }
    known = origins.known(project, names);
    ids.addAll(known.values());
    Set<String> keys = new HashSet<>();
    for (Draft.Name name : names) {
      if (name.source().equals(Reading.OURS)) {
        keys.add(name.external());
        UUID id = Ids.parse(name.external());
        if (id != null) {
          ids.add(id);
        }
      }
    }
    for (TaskView task : loads.living(project, ids, keys)) {
      byId.put(task.id(), task);
      byKey.put(task.key(), task);
    }
    rows.putAll(earlier.apply(byId.keySet()));
    drafts.forEach(this::find);
  }

  private void find(Draft draft) {
    TaskView task = present(draft);
    if (task == null) {
      return;
    }
    Integer before = rows.putIfAbsent(task.id(), draft.row);
    if (before == null) {
      there.put(draft, task);
    } else {
      // two rows cannot both say what one task is
      draft.refuse(Field.KEY, "invalid.csv_twice", task.key(), before);
    }
  }

  private @Nullable TaskView present(Draft draft) {
    TaskView own = draft.id == null ? null : byId.get(draft.id);
    if (own != null) {
      return own;
    }
    for (Draft.Name name : draft.names) {
      TaskView remembered = byId.get(known.get(name));
      if (remembered != null) {
        return remembered;
      }
    }
    // the same key with another id is a task of another installation
    Draft.Name first = draft.names.get(0);
    return draft.id == null && first.source().equals(Reading.OURS)
        ? byKey.get(first.external())
        : null;
  }

  /** The task that a row is already; null for a new one. */
  @Nullable TaskView task(Draft draft) {
    return there.get(draft);
  }

  /** The task that a row was before the file came; null for a new one. */
  @Nullable UUID before(Draft draft) {
    TaskView task = there.get(draft);
    return task == null ? null : task.id();
  }

  /** The task that a row is or became; null for one that became nothing. */
  @Nullable UUID id(Draft draft) {
    TaskView task = there.get(draft);
    return task == null ? made.get(draft) : task.id();
  }

  /** A row became this task. */
  void made(Draft draft, UUID task) {
    made.put(draft, task);
  }

  /** The row that another one lies below, where it is in the file. */
  @Nullable Draft above(Draft draft, String source) {
    return draft.above == null ? null : inFile.get(new Draft.Name(source, draft.above));
  }

  /** The task that a row lies below; null where there is none, or none yet. */
  @Nullable UUID parent(Draft draft, String source) {
    String name = draft.above;
    if (name == null) {
      return null;
    }
    Draft row = above(draft, source);
    if (row != null) {
      return id(row);
    }
    TaskView task = byId.get(known.get(new Draft.Name(source, name)));
    if (task == null && source.equals(Reading.OURS)) {
      UUID id = Ids.parse(name);
      task = id == null ? byKey.get(name) : byId.get(id);
    }
    return task == null ? null : task.id();
  }

  /** All names outside that lead to tasks from now on. */
  Map<Draft.Name, UUID> names() {
    Map<Draft.Name, UUID> names = new HashMap<>();
    made.forEach((draft, task) -> draft.names.forEach(name -> names.put(name, task)));
    there.forEach(
        (draft, task) ->
            draft.names.stream()
                .filter(name -> !name.external().equals(task.key()))
                .forEach(name -> names.put(name, task.id())));
    return names;
  }
}
