package tracker.filter;

import tracker.shared.Problem;

/** The refusals of filters. */
public enum FilterProblem implements Problem.Code {
  FILTER_NOT_FOUND(404),
  FILTER_TAKEN(409);

  private final int status;

  FilterProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
