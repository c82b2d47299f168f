package tracker.notify;

import org.jspecify.annotations.Nullable;

/**
 * A try failed. Its words are for whoever asked for the message, so they tell what the receiver
 * answered, and nothing of a network that they could not look into themselves.
 */
final class Undelivered extends Exception {
  private static final long serialVersionUID = 1L;
  private final boolean forGood;

  private Undelivered(String message, boolean forGood, @Nullable Throwable cause) {
    super(message, cause);
    this.forGood = forGood;
  }

  /** It may work later. */
  static Undelivered now(String message, @Nullable Throwable cause) {
    return new Undelivered(message, false, cause);
  }

  /** It would fail each time. */
  static Undelivered forGood(String message) {
    return new Undelivered(message, true, null);
  }

  boolean isForGood() {
    return forGood;
  }

  String told() {
    return String.valueOf(getMessage());
  }
}
