package tracker.parcel;

import tracker.shared.Problem;

/** The refusals of projects that come in. */
public enum ParcelProblem implements Problem.Code {
  /** Something with an id of the document is here. */
  ALREADY_HERE(409);

  private final int status;

  ParcelProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
