package tracker.comment;

import tracker.shared.Problem;

/** The refusals of comments. */
public enum CommentProblem implements Problem.Code {
  COMMENT_NOT_FOUND(404);

  private final int status;

  CommentProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
