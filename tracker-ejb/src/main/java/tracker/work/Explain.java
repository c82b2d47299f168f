package tracker.work;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tracker.identity.Caller;
import tracker.project.MemberRole;
import tracker.project.MemberView;
import tracker.project.Projects;
import tracker.project.Reach;
import tracker.shared.Problem;
import tracker.shared.Texts;
import tracker.workflow.Status;
import tracker.workflow.Workflow;
import tracker.workflow.Workflows;

/** Tells by the same reach that refuses, which rule lets a caller do something or stops them. */
@Dependent
class Explain {
  private static final String TRANSITION = "transition:";

  /** What each action asks for besides seeing the task. */
  private static final Map<String, Reach> NEEDS =
      Map.of(
          "view", Reach.SEE,
          "edit", Reach.WORK,
          "comment", Reach.WORK,
          "attach", Reach.WORK,
          "delete", Reach.WORK,
          "restore", Reach.WORK,
          "manage", Reach.MANAGE);

  /** So many managers are named to somebody who may want to ask one. */
  private static final int NAMED = 3;

  @Inject private Access access;
  @Inject private ExplainStep steps;
  @EJB private Workflows workflows;
  @EJB private Projects projects;
  @Inject private Caller caller;

  Explanation of(String idOrKey, String action) {
    Access.TaskFound task = access.anyTask(idOrKey, Reach.SEE);
    boolean transition = action.startsWith(TRANSITION);
    Workflow rules = transition ? workflows.rules(task.projectId()) : Workflow.USUAL;
    Optional<Status> to =
        transition ? rules.find(action.substring(TRANSITION.length())) : Optional.empty();
    Reach needed = to.isPresent() ? Reach.WORK : needed(action, rules);
    List<Explanation.Rule> asked = new ArrayList<>();
    asked.add(new Explanation.Rule("see", true, seen(task)));
    if (action.equals("restore")) {
      asked.add(rule("in_trash", task.deleted()));
    } else if (needed != Reach.SEE) {
      asked.add(rule("living", !task.deleted()));
    }
    if (isOpen(asked) && needed != Reach.SEE) {
      asked.add(role(task, needed));
    }
    if (isOpen(asked) && to.isPresent()) {
      steps.tell(task, rules, to.get(), asked);
    }
    return new Explanation(action, isOpen(asked), List.copyOf(asked));
  }

  private static boolean isOpen(List<Explanation.Rule> asked) {
    return asked.get(asked.size() - 1).passed();
  }

  private static Reach needed(String action, Workflow rules) {
    Reach needed = NEEDS.get(action);
    if (needed == null) {
      Stream<String> steps = rules.all().stream().map(one -> TRANSITION + one.name());
      throw Problem.invalid(
          "action",
          "invalid.word",
          Stream.concat(NEEDS.keySet().stream(), steps).sorted().collect(Collectors.joining(", ")));
    }
    return needed;
  }

  private String seen(Access.TaskFound task) {
    String project = task.projectKey();
    if (caller.isAdmin()) {
      return say("why.see.admin");
    }
    if (project == null) {
      return say(task.createdBy().equals(caller.id()) ? "why.see.creator" : "why.see.assignee");
    }
    MemberRole role = task.role();
    return role == null ? say("why.see.internal", project) : say("why.see." + role.word(), project);
  }

  private Explanation.Rule rule(String rule, boolean passed) {
    return new Explanation.Rule(rule, passed, say("why." + rule + (passed ? ".yes" : ".no")));
  }

  private Explanation.Rule role(Access.TaskFound task, Reach needed) {
    boolean passed = task.reach().covers(needed);
    UUID project = task.projectId();
    String what = "why.role." + needed.name().toLowerCase(Locale.ROOT);
    if (project == null || passed) {
      String where = project == null ? ".personal" : ".yes";
      return new Explanation.Rule(
          "role", passed, say(what + where, String.valueOf(task.projectKey())));
    }
    String managers =
        projects.members(project.toString()).stream()
            .filter(one -> one.role() == MemberRole.MANAGER)
            .limit(NAMED)
            .map(MemberView::name)
            .collect(Collectors.joining(", "));
    return new Explanation.Rule(
        "role", false, say(what + ".no", String.valueOf(task.projectKey()), managers));
  }

  private String say(String key, Object... args) {
    return Texts.in(caller.locale()).say(key, args);
  }
}
