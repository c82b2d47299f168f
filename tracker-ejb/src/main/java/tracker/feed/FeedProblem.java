package tracker.feed;

import tracker.shared.Problem;

/** The refusals of the feed. */
public enum FeedProblem implements Problem.Code {
  TOO_MANY_STREAMS(429),
  /** This node has as many as it can serve, whoever opened them. */
  NO_MORE_STREAMS(503);

  private final int status;

  FeedProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
