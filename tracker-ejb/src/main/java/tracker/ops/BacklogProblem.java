package tracker.ops;

import tracker.shared.Problem;

/** The refusals of work that is done later. */
public enum BacklogProblem implements Problem.Code {
  WORK_NOT_FOUND(404),
  WORK_RUNNING(409),
  WORK_NOT_DEAD(409),
  WORK_OVER(409);

  private final int status;

  BacklogProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
