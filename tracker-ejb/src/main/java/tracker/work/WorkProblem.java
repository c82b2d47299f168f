package tracker.work;

import tracker.shared.Problem;

/** The refusals of work. */
public enum WorkProblem implements Problem.Code {
  PROJECT_NOT_FOUND(404),
  TASK_NOT_FOUND(404),
  TAG_NOT_FOUND(404),
  MEMBER_NOT_FOUND(404),
  PROJECT_KEY_TAKEN(409),
  TAG_TAKEN(409),
  TAG_IN_USE(409),
  LAST_MANAGER(409),
  PARENT_CYCLE(409),
  HAS_CHILDREN(409),
  NOT_IN_TRASH(409);

  private final int status;

  WorkProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
