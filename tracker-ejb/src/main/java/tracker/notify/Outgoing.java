package tracker.notify;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What another capability sends. */
public sealed interface Outgoing {
  /**
   * A call of a webhook.
   *
   * @param payload JSON
   * @param secrets each signs it
   * @param line calls of one line go out one after the other
   */
  record Call(URI url, String payload, List<String> secrets, String line) implements Outgoing {
    @Override
    public String toString() {
      return "Call[…]"; // never in a log
    }
  }

  /**
   * An e-mail.
   *
   * @param html the same for programs that show it; null: plain text alone
   * @param headers further ones, each of one line
   */
  record Mail(
      String to, String subject, String text, @Nullable String html, Map<String, String> headers)
      implements Outgoing {
    /** One in plain text. */
    public static Mail plain(String to, String subject, String text) {
      return new Mail(to, subject, text, null, Map.of());
    }

    @Override
    public String toString() {
      return "Mail[…]"; // never in a log
    }
  }
}
