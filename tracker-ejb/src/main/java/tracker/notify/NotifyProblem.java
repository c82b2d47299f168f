package tracker.notify;

import tracker.shared.Problem;

/** The refusals of messages. */
public enum NotifyProblem implements Problem.Code {
  JOB_NOT_FOUND(404),
  JOB_NOT_QUEUED(409),
  FAILED_NOT_FOUND(404);

  private final int status;

  NotifyProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
