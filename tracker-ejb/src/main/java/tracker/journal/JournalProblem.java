package tracker.journal;

import tracker.shared.Problem;

/** The refusals of the journal. */
public enum JournalProblem implements Problem.Code {
  OPERATION_NOT_FOUND(404),
  UNDO_TOO_LATE(409),
  /** It was done in another instance, from which its project came. */
  DONE_ELSEWHERE(409),
  /** Only inside {@link Skipped}: somebody changed it after the operation. */
  CHANGED_SINCE(409),
  /** Only inside {@link Skipped}: nothing takes changes of this kind back. */
  NOT_REVERSIBLE(409);

  private final int status;

  JournalProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
