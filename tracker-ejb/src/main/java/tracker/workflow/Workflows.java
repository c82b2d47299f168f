package tracker.workflow;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Allowed;
import tracker.identity.Right;
import tracker.project.Projects;
import tracker.project.Reach;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;

/** The door to the rules of projects. */
@Stateless
public class Workflows {
  @EJB private Projects projects;
  @Inject private WorkflowRows rows;
  @Inject private WorkflowEdit edit;

  /** The rules of a project that the caller sees. */
  @Allowed(Right.PROJECT_VIEW)
  public WorkflowView of(String project) {
    return view(projects.reached(project, Reach.SEE).id());
  }

  /**
   * Gives a project other rules. Tasks of a status that goes need a new one in {@code move}, else
   * 409 STATUS_IN_USE names them; tasks whose status changes its category go along.
   */
  @Allowed(Right.PROJECT_MANAGE)
  public WorkflowView put(String project, @Valid NewWorkflow wanted, @Nullable Long ifVersion) {
    UUID id = projects.reached(project, Reach.MANAGE).id();
    Workflow after = Sound.of(wanted);
    Map<String, String> move = Objects.requireNonNullElse(wanted.move(), Map.of());
    Sound.checkMove(move, after);
    WorkflowRows.Row row = rows.alone(id);
    if (ifVersion != null && ifVersion != row.version()) {
      throw Problem.of(CommonProblem.STALE).current(view(id));
    }
    edit.apply(row, after, move, false);
    return view(id);
  }

  private WorkflowView view(UUID project) {
    return rows.of(project)
        .map(
            row ->
                new WorkflowView(row.rules().statuses(), row.rules().transitions(), row.version()))
        .orElse(new WorkflowView(Workflow.USUAL.statuses(), List.of(), 1));
  }

  /** The rules of a project, for whoever shows its tasks; null is the personal space. */
  @Allowed(Right.INTERNAL)
  public Workflow rules(@Nullable UUID project) {
    return project == null
        ? Workflow.USUAL
        : rows.of(project).map(WorkflowRows.Row::rules).orElse(Workflow.USUAL);
  }

  /**
   * The rules of these projects, for whoever gives their tasks a status in this transaction: they
   * stay as they are until it ends.
   */
  @Allowed(Right.INTERNAL)
  public Map<UUID, Workflow> held(Collection<UUID> projects) {
    return projects.isEmpty() ? Map.of() : rows.shared(projects);
  }

  /** Which of these words are names of statuses anywhere, in small letters. */
  @Allowed(Right.INTERNAL)
  public List<String> known(Collection<String> words) {
    return words.isEmpty() ? List.of() : rows.known(words);
  }

  /**
   * Gives a project that comes from another instance the rules that it had there; empty where this
   * id is here already.
   */
  @Allowed(Right.INTERNAL)
  public Optional<Workflow> bring(UUID project, UUID id, NewWorkflow wanted, long version) {
    Workflow rules = Sound.of(wanted);
    boolean fresh = rows.bring(new WorkflowRows.Row(project, id, rules, version));
    return fresh ? Optional.of(rules) : Optional.empty();
  }
}
