package tracker.workflow;

import java.util.List;

/** A project's rules, with the version that a change can name. */
public record WorkflowView(List<Status> statuses, List<Transition> transitions, long version) {
  /** The rules alone. */
  public Workflow rules() {
    return new Workflow(statuses, transitions);
  }
}
