package tracker.bulk;

import tracker.shared.Problem;

/** The refusals of bulk changes. */
public enum BulkProblem implements Problem.Code {
  BULK_NOT_FOUND(404),
  BULK_ENDED(409);

  private final int status;

  BulkProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
