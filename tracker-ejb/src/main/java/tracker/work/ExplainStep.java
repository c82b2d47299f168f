package tracker.work;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tracker.identity.Caller;
import tracker.project.Reach;
import tracker.shared.Texts;
import tracker.workflow.Status;
import tracker.workflow.Transition;
import tracker.workflow.Workflow;

/** Tells why a task may go to a status, or may not: the rules of its project one by one. */
@Dependent
class ExplainStep {
  @Inject private TaskRows rows;
  @Inject private TaskFlow flow;
  @Inject private Caller caller;

  /** Adds the rules in the order in which they are asked, the one that refuses last. */
  void tell(Access.TaskFound found, Workflow rules, Status to, List<Explanation.Rule> asked) {
    TaskView task = rows.written(found.id());
    Status from = rules.at(task.category(), task.statusName());
    UUID project = found.projectId();
    if (project == null || to.equals(from)) {
      return;
    }
    Optional<Transition> way = rules.way(from, to);
    asked.add(
        way.isPresent()
            ? rule("way", true, from.name(), to.name())
            : rule("way", false, from.name(), to.name(), TaskFlow.next(rules, from)));
    if (way.isEmpty()) {
      return;
    }
    if (way.get().needed() == Reach.MANAGE) {
      boolean manages = found.reach().covers(Reach.MANAGE);
      asked.add(rule("way_role", manages, from.name(), to.name()));
      if (!manages) {
        return;
      }
    }
    String missing = missing(way.get(), task);
    if (!missing.isEmpty()) {
      asked.add(rule("required", false, to.name(), missing));
      return;
    }
    if (to.wipLimit() != null) {
      asked.add(rule("room", flow.room(project, to) > 0, to.name(), to.wipLimit()));
    }
  }

  /**
   * Where nobody brings a task of this status to, or not without being a manager: the words of
   * those statuses, each with its reason.
   */
  Map<String, String> shut(Workflow rules, Status from, boolean manages) {
    Map<String, String> shut = new LinkedHashMap<>();
    for (Status to : rules.all()) {
      Optional<Transition> way = rules.way(from, to);
      if (to.equals(from)) {
        continue;
      }
      if (way.isEmpty()) {
        String next = TaskFlow.next(rules, from);
        shut.put(word(rules, to), say("why.way.no", from.name(), to.name(), next));
      } else if (way.get().needed() == Reach.MANAGE && !manages) {
        shut.put(word(rules, to), say("why.way_role.no", from.name(), to.name()));
      }
    }
    return shut;
  }

  /** The statuses that a task lacks something for, though there is a way: their words and what. */
  Map<String, String> lacking(Workflow rules, TaskView task) {
    Map<String, String> lacking = new LinkedHashMap<>();
    Status from = rules.at(task.category(), task.statusName());
    for (Status to : rules.next(from)) {
      String missing = missing(rules.way(from, to).orElseThrow(), task);
      if (!missing.isEmpty()) {
        lacking.put(word(rules, to), say("why.required.no", to.name(), missing));
      }
    }
    return lacking;
  }

  private static String word(Workflow rules, Status status) {
    return rules.standing(status).word();
  }

  private String missing(Transition way, TaskView task) {
    return TaskFlow.missing(way, filled(task), () -> !task.tags().isEmpty()).stream()
        .map(field -> say("field." + field))
        .collect(Collectors.joining(", "));
  }

  /** The fields of a task that have a value, of those that can be required. */
  private static Map<String, Object> filled(TaskView task) {
    Map<String, Object> filled = new HashMap<>();
    filled.put("assignee_id", task.assigneeId());
    filled.put("description", task.description());
    filled.put("due_at", task.dueAt());
    filled.put("parent_id", task.parentId());
    filled.put("refs", task.refs().isEmpty() ? null : task.refs());
    filled.values().removeIf(java.util.Objects::isNull);
    return filled;
  }

  private Explanation.Rule rule(String rule, boolean passed, Object... args) {
    return new Explanation.Rule(rule, passed, say("why." + rule + (passed ? ".yes" : ".no"), args));
  }

  private String say(String key, Object... args) {
    return Texts.in(caller.locale()).say(key, args);
  }
}
