package tracker.work;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.project.Projects;
import tracker.project.Reach;
import tracker.shared.Problem;
import tracker.shared.Sql;
import tracker.workflow.Category;
import tracker.workflow.Status;
import tracker.workflow.Transition;
import tracker.workflow.Workflow;
import tracker.workflow.Workflows;

/** Leads tasks through the statuses of their project, by its rules. */
@Dependent
class TaskFlow {
  @EJB private Workflows workflows;
  @EJB private Projects projects;
  @Inject private Sql sql;

  /**
   * The rules of a project for a write of its tasks: they stay as they are until the transaction
   * ends. Taken before the row of a task, or a change of the rules would wait for this one.
   */
  Workflow hold(@Nullable UUID project) {
    return project == null
        ? Workflow.USUAL
        : Objects.requireNonNull(workflows.held(List.of(project)).get(project));
  }

  /** The same for many. */
  Map<UUID, Workflow> hold(Set<UUID> all) {
    return workflows.held(all);
  }

  /** The status that a word means; that of new tasks where there is none; 422 for other words. */
  static Status meant(Workflow rules, @Nullable String word, String field) {
    if (word == null) {
      return rules.main(Category.TODO);
    }
    return rules
        .find(word.strip())
        .orElseThrow(() -> Problem.invalid(field, "invalid.status", names(rules)));
  }

  /** Refuses words that are neither of a category nor the name of a status that the caller sees. */
  void checkKnown(List<String> words) {
    List<String> names = words.stream().filter(word -> Category.of(word).isEmpty()).toList();
    List<String> known = workflows.known(names);
    if (!names.stream().allMatch(name -> known.contains(name.toLowerCase(Locale.ROOT)))) {
      throw Problem.invalid(
          "status",
          "invalid.word",
          Arrays.stream(Category.values()).map(Category::word).collect(Collectors.joining(", ")));
    }
  }

  static String names(Workflow rules) {
    return rules.all().stream().map(Status::name).collect(Collectors.joining(", "));
  }

  /** Refuses a way that may not be taken: 409 for all, 403 for this caller, 422 without a field. */
  void checkWay(Workflow rules, Task task, Status to, BooleanSupplier tagged) {
    Status from = rules.at(task.standing());
    Transition way =
        rules
            .way(from, to)
            .orElseThrow(
                () ->
                    Problem.of(
                        WorkProblem.TRANSITION_NOT_ALLOWED,
                        from.name(),
                        to.name(),
                        next(rules, from)));
    UUID project = task.projectId();
    if (way.needed() == Reach.MANAGE
        && project != null
        && !projects.reached(project.toString(), Reach.SEE).reach().covers(Reach.MANAGE)) {
      throw Problem.of(WorkProblem.TRANSITION_FORBIDDEN, from.name(), to.name());
    }
    Problem missing = Problem.of(WorkProblem.TRANSITION_NEEDS_FIELDS, to.name());
    for (String field : missing(way, task.fields(), tagged)) {
      missing.field(field, "invalid.required_for", to.name());
    }
    if (!missing.fields().isEmpty()) {
      throw missing;
    }
  }

  /** Which of the fields that a way asks for have no value. */
  static List<String> missing(Transition way, Map<String, Object> fields, BooleanSupplier tagged) {
    return Objects.requireNonNull(way.required()).stream()
        .filter(field -> field.equals("tags") ? !tagged.getAsBoolean() : !fields.containsKey(field))
        .toList();
  }

  static String next(Workflow rules, Status from) {
    return rules.next(from).stream().map(Status::name).collect(Collectors.joining(", "));
  }

  /**
   * Refuses more tasks in a status than it bears: 409 WIP_LIMIT. Those who come to it wait for each
   * other, so that two cannot take the last place.
   */
  void checkRoom(@Nullable UUID project, Status status, int more) {
    Integer limit = status.wipLimit();
    if (project != null && limit != null && room(project, status) < more) {
      throw Problem.of(WorkProblem.WIP_LIMIT, status.name(), limit);
    }
  }

  /** How many more tasks a status bears. */
  int room(UUID project, Status status) {
    Integer limit = status.wipLimit();
    if (limit == null) {
      return Integer.MAX_VALUE;
    }
    sql.alone("wip " + project + " " + status.name());
    boolean plain = status.name().equalsIgnoreCase(status.category().word());
    int there =
        sql.first(
                "select count(*) from task.task where project_id = ? and status = ?"
                    + " and status_name is not distinct from ?::text and deleted_at is null",
                row -> row.getInt(1),
                project,
                status.category(),
                plain ? null : status.name())
            .orElse(0);
    return Math.max(0, limit - there);
  }
}
