package tracker.webhook;

import tracker.shared.Problem;

/** The refusals of webhooks. */
public enum WebhookProblem implements Problem.Code {
  WEBHOOK_NOT_FOUND(404),
  TOO_MANY_WEBHOOKS(409);

  private final int status;

  WebhookProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
