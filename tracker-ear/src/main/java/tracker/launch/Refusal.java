package tracker.launch;

/** Gerask cannot start or go on; the message is one sentence for the operator. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String message) {
    super(message, null, false, false);
  }
}
