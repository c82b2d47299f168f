package tracker.exchange;

import tracker.shared.Problem;

/** The refusals of long imports. */
public enum ImportProblem implements Problem.Code {
  IMPORT_NOT_FOUND(404),
  IMPORT_ENDED(409);

  private final int status;

  ImportProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
