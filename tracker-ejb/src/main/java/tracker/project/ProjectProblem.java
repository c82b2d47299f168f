package tracker.project;

import tracker.shared.Problem;

/** The refusals of projects. */
public enum ProjectProblem implements Problem.Code {
  PROJECT_NOT_FOUND(404),
  MEMBER_NOT_FOUND(404),
  PROJECT_KEY_TAKEN(409),
  LAST_MANAGER(409);

  private final int status;

  ProjectProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
