package tracker.work;

import tracker.shared.Problem;

/** The refusals of work. */
public enum WorkProblem implements Problem.Code {
  TASK_NOT_FOUND(404),
  TAG_NOT_FOUND(404),
  TAG_TAKEN(409),
  TAG_IN_USE(409),
  PARENT_CYCLE(409),
  PARENT_TOO_DEEP(409),
  HAS_CHILDREN(409),
  NOT_IN_TRASH(409),
  TRANSITION_FORBIDDEN(403),
  TRANSITION_NOT_ALLOWED(409),
  TRANSITION_NEEDS_FIELDS(422),
  STATUS_IN_USE(409),
  WIP_LIMIT(409);

  private final int status;

  WorkProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
