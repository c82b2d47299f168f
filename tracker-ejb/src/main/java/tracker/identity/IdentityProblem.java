package tracker.identity;

import tracker.shared.Problem;

/** The refusals of this capability. */
enum IdentityProblem implements Problem.Code {
  WRONG_CREDENTIALS(401),
  TOKEN_NOT_VALID(401),
  REGISTRATION_CLOSED(403),
  ACCOUNT_NOT_FOUND(404),
  SESSION_NOT_FOUND(404),
  EMAIL_TAKEN(409),
  LAST_ADMIN(409),
  TOO_MANY_TRIES(429);

  private final int status;

  IdentityProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
