package tracker.inbox;

import tracker.shared.Problem;

/** The refusals of the inbox. */
public enum InboxProblem implements Problem.Code {
  NOTICE_NOT_FOUND(404),
  MUTE_LINK_NOT_FOUND(404);

  private final int status;

  InboxProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
