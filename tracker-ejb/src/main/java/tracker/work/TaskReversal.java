package tracker.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.journal.HistoryEntry;
import tracker.journal.JournalProblem;
import tracker.journal.Past;
import tracker.journal.Reversible;
import tracker.journal.Skipped;
import tracker.project.Reach;
import tracker.shared.CommonProblem;
import tracker.shared.Json;
import tracker.shared.Problem;
import tracker.workflow.Workflow;

/**
 * Takes changes of tasks back: fields by the ordinary patch, so by the ordinary rules. Many cost
 * few statements.
 */
@Dependent
class TaskReversal implements Reversible {
  /** So many tasks are locked and written together. */
  private static final int PORTION = 500;

  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private TaskEdit edit;
  @Inject private TaskRows rows;
  @Inject private TaskTree tree;
  @Inject private TaskFlow flow;
  @Inject private Caller caller;

  @Override
  public String entity() {
    return Task.ENTITY;
  }

  @Override
  public boolean cameAlong(List<HistoryEntry> changes, Set<String> words) {
    return own(changes).isEmpty();
  }

  /** Without what others tied to the task: they take that back. */
  private static List<HistoryEntry> own(List<HistoryEntry> changes) {
    return changes.stream().filter(one -> Tied.link(one.field()) == null).toList();
  }

  @Override
  public Map<UUID, Skipped> revert(Map<UUID, List<HistoryEntry>> changes) {
    Map<UUID, Past> pasts = new LinkedHashMap<>();
    changes.forEach(
        (id, all) -> {
          List<HistoryEntry> own = own(all);
          if (!own.isEmpty()) {
            pasts.put(id, new Past(own));
          }
        });
    Map<UUID, Skipped> stay = new HashMap<>();
    List<UUID> ids = List.copyOf(pasts.keySet());
    for (int from = 0; from < ids.size(); from += PORTION) {
      revert(ids.subList(from, Math.min(ids.size(), from + PORTION)), pasts, stay);
    }
    return stay;
  }

  private void revert(List<UUID> ids, Map<UUID, Past> pasts, Map<UUID, Skipped> stay) {
    Set<UUID> places = new TreeSet<>();
    List<UUID> able = able(ids, places, stay);
    if (able.isEmpty()) {
      return;
    }
    if (able.stream().anyMatch(id -> past(pasts, id).did("parent_id"))) {
      tree.lock();
    }
    Map<UUID, Workflow> rules = flow.hold(places);
    List<Task> tasks = edit.locked(able);
    Map<UUID, List<String>> tags = rows.tags(able);
    List<TaskEdit.Edited> edited = new ArrayList<>();
    for (Task task : tasks) {
      UUID id = task.id();
      Past past = past(pasts, id);
      try {
        Optional<TaskEdit.Edited> back =
            takeBack(new Present(task, tags.getOrDefault(id, List.of()), rules(rules, task)), past);
        back.ifPresent(edited::add);
        if (back.isEmpty()) {
          stay.put(id, Past.skipped(caller, id, JournalProblem.CHANGED_SINCE, task.key()));
        } else if (past.did("parent_id") || past.did("project")) {
          edit.write(edited); // the rules for the next one ask the tables
          edited.clear();
        }
      } catch (Problem refused) {
        entities.detach(task); // a half-applied patch must not be written
        stay.put(id, Past.skipped(caller, id, refused));
      }
    }
    edit.write(edited);
    tasks.forEach(entities::detach); // a flush looks at all that is kept
  }

  /** Those that the caller may change; adds the projects that they are in. */
  private List<UUID> able(List<UUID> ids, Set<UUID> places, Map<UUID, Skipped> stay) {
    Map<UUID, Access.TaskFound> found = access.tasks(ids);
    List<UUID> able = new ArrayList<>();
    for (UUID id : ids) {
      Access.TaskFound task = found.get(id);
      if (task == null) {
        stay.put(id, Past.skipped(caller, id, WorkProblem.TASK_NOT_FOUND));
      } else if (!task.reach().covers(Reach.WORK)) {
        stay.put(id, Past.skipped(caller, id, CommonProblem.FORBIDDEN));
      } else {
        able.add(id);
        Optional.ofNullable(task.projectId()).ifPresent(places::add);
      }
    }
    return able;
  }

  private static Past past(Map<UUID, Past> pasts, UUID id) {
    return Objects.requireNonNull(pasts.get(id));
  }

  private static Workflow rules(Map<UUID, Workflow> rules, Task task) {
    UUID project = task.projectId();
    return project == null ? Workflow.USUAL : rules.getOrDefault(project, Workflow.USUAL);
  }

  /** A locked task as it is, with its tags and the rules of its project. */
  private record Present(Task task, List<String> tags, Workflow rules) {}

  /** Empty where somebody changed it since. */
  private Optional<TaskEdit.Edited> takeBack(Present present, Past past) {
    Task task = present.task();
    if (past.did("created")) {
      return task.isDeleted() || !isUntouched(present, past.created())
          ? Optional.empty()
          : Optional.of(edit.deleted(task, true));
    }
    if (past.did("deleted") != past.did("restored")) {
      boolean wasDeleted = past.did("deleted");
      return task.isDeleted() == wasDeleted
          ? Optional.of(edit.deleted(task, !wasDeleted))
          : Optional.empty();
    }
    return task.isDeleted() || !isStill(present, past)
        ? Optional.empty()
        : Optional.of(putBack(present, past));
  }

  private static boolean isUntouched(Present there, JsonNode created) {
    Map<String, Object> present = there.task().fields();
    if (!there.tags().isEmpty()) {
      present.put("tags", there.tags());
    }
    for (String field : present.keySet()) {
      if (!isStill(field, created.path(field), present.get(field))) {
        return false;
      }
    }
    return present.keySet().size() == created.size();
  }

  private static boolean isStill(Present there, Past past) {
    Map<String, Object> present = there.task().fields();
    present.put("tags", there.tags());
    present.put("rank", there.task().rank());
    return past.fields().entrySet().stream()
        .allMatch(one -> isStill(one.getKey(), one.getValue().now(), present.get(one.getKey())));
  }

  private static boolean isStill(String field, JsonNode left, @Nullable Object present) {
    if (field.equals("tags") && present instanceof List<?> names) {
      List<String> now = names.stream().map(Object::toString).toList();
      List<String> then = new ArrayList<>();
      left.forEach(name -> then.add(name.asText()));
      return TagNames.same(then, now);
    }
    return Past.isStill(left, present);
  }

  private TaskEdit.Edited putBack(Present present, Past past) {
    ObjectNode patch = Json.shared().createObjectNode();
    past.fields().forEach((field, ends) -> patch.set(field, ends.old()));
    patch.remove("key"); // numbers are never given twice: a task that moves back gets a new one
    JsonNode rank = patch.remove("rank");
    if (past.did("project")) {
      patch.remove("parent_id"); // what it lay under may be elsewhere by now
    }
    Task task = present.task();
    TaskEdit.Edited back;
    try {
      TaskChange wanted = Json.shared().treeToValue(patch, TaskChange.class);
      back = edit.putBack(task, wanted, present.rules(), present.tags());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A recorded change that is no patch", e);
    }
    if (rank != null) {
      back.changes().add(task.stand(rank.asText()));
    }
    return back;
  }
}
