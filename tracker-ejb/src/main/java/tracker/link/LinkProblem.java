package tracker.link;

import tracker.shared.Problem;

/** The refusals of links. */
public enum LinkProblem implements Problem.Code {
  LINK_NOT_FOUND(404),
  LINK_EXISTS(409),
  LINK_CYCLE(409),
  TOO_MANY_LINKS(409);

  private final int status;

  LinkProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
