package tracker.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.journal.HistoryEntry;
import tracker.journal.Journal;
import tracker.journal.JournalProblem;
import tracker.journal.Past;
import tracker.journal.Reversible;
import tracker.journal.Skipped;
import tracker.project.Reach;
import tracker.shared.CommonProblem;
import tracker.shared.Json;
import tracker.shared.Problem;
import tracker.workflow.Workflow;

/** Takes changes of tasks back: fields by the ordinary patch, so by the ordinary rules. */
@Dependent
class TaskReversal implements Reversible {
  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private TaskEdit edit;
  @Inject private TaskRows rows;
  @Inject private TaskTree tree;
  @Inject private TaskFlow flow;
  @Inject private Journal journal;
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
  public Optional<Skipped> revert(UUID id, List<HistoryEntry> all) {
    List<HistoryEntry> changes = own(all);
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    Optional<Access.TaskFound> found = access.maybeTask(id.toString());
    if (found.isEmpty()) {
      return Optional.of(Past.skipped(caller, id, WorkProblem.TASK_NOT_FOUND));
    }
    if (!found.get().reach().covers(Reach.WORK)) {
      return Optional.of(Past.skipped(caller, id, CommonProblem.FORBIDDEN));
    }
    Past past = new Past(changes);
    if (past.did("parent_id")) {
      tree.lock();
    }
    Workflow rules = flow.hold(found.get().projectId());
    Task task = edit.locked(id, null);
    try {
      return takeBack(task, past, rules)
          ? Optional.empty()
          : Optional.of(Past.skipped(caller, id, JournalProblem.CHANGED_SINCE, task.key()));
    } catch (Problem refused) {
      entities.detach(task); // a half-applied patch must not be written
      return Optional.of(Past.skipped(caller, id, refused));
    }
  }

  private boolean takeBack(Task task, Past past, Workflow rules) {
    if (past.did("created")) {
      return !task.isDeleted() && isUntouched(task, past.created()) && delete(task, true);
    }
    if (past.did("deleted") != past.did("restored")) {
      boolean wasDeleted = past.did("deleted");
      return task.isDeleted() == wasDeleted && delete(task, !wasDeleted);
    }
    return !task.isDeleted() && isStill(task, past) && putBack(task, past, rules);
  }

  private boolean delete(Task task, boolean gone) {
    edit.delete(task, gone);
    return true;
  }

  private boolean isUntouched(Task task, JsonNode created) {
    Map<String, Object> present = task.fields();
    List<String> tags = tags(task);
    if (!tags.isEmpty()) {
      present.put("tags", tags);
    }
    for (String field : present.keySet()) {
      if (!isStill(field, created.path(field), present.get(field))) {
        return false;
      }
    }
    return present.keySet().size() == created.size();
  }

  private boolean isStill(Task task, Past past) {
    Map<String, Object> present = task.fields();
    present.put("tags", tags(task));
    present.put("rank", task.rank());
    return past.fields().entrySet().stream()
        .allMatch(one -> isStill(one.getKey(), one.getValue().now(), present.get(one.getKey())));
  }

  private static boolean isStill(String field, JsonNode left, @Nullable Object present) {
    if (field.equals("tags") && present instanceof List<?> names) {
      List<String> now = names.stream().map(Object::toString).toList();
      List<String> then = new java.util.ArrayList<>();
      left.forEach(name -> then.add(name.asText()));
      return TagNames.same(then, now);
    }
    return Past.isStill(left, present);
  }

  private List<String> tags(Task task) {
    return Objects.requireNonNull(rows.tags(List.of(task.id())).get(task.id()));
  }

  private boolean putBack(Task task, Past past, Workflow rules) {
    ObjectNode patch = Json.shared().createObjectNode();
    past.fields().forEach((field, ends) -> patch.set(field, ends.old()));
    patch.remove("key"); // numbers are never given twice: a task that moves back gets a new one
    JsonNode rank = patch.remove("rank");
    if (past.did("project")) {
      patch.remove("parent_id"); // what it lay under may be elsewhere by now
    }
    try {
      edit.putBack(task, Json.shared().treeToValue(patch, TaskChange.class), rules);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A recorded change that is no patch", e);
    }
    if (rank != null) {
      journal.record(List.of(task.stand(rank.asText())));
      entities.flush();
    }
    return true;
  }
}
