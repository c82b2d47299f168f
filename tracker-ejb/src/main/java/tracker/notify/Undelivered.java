package tracker.notify;

import org.jspecify.annotations.Nullable;

/**
 * A try failed. Its words are for whoever asked for the message, so they tell what the receiver
 * answered, and nothing of a network that they could not look into themselves.
 */
final class Undelivered extends Exception {
  private static final long serialVersionUID = 1L;
  private final boolean forGood;
  private final transient @Nullable Answer answer;

  private Undelivered(
      String message, boolean forGood, @Nullable Answer answer, @Nullable Throwable cause) {
    super(message, cause);
    this.forGood = forGood;
    this.answer = answer;
  }

  /** It may work later. */
  static Undelivered now(String message, @Nullable Throwable cause) {
    return new Undelivered(message, false, null, cause);
  }

  /** The receiver does not take it, at least not now. */
  static Undelivered answered(Answer answer) {
    return new Undelivered("The receiver answered " + answer.status(), false, answer, null);
  }

  /** It would fail each time. */
  static Undelivered forGood(String message) {
    return new Undelivered(message, true, null, null);
  }

  @Nullable Answer answer() {
    return answer;
  }

  boolean isForGood() {
    return forGood;
  }

  String told() {
    return String.valueOf(getMessage());
  }
}
