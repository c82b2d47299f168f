package tracker.notify;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to go out. */
sealed interface Message {
  /** Of one lane one is under way at a time, so that they stay in order and a hanging one waits. */
  String lane();

  /** Where it goes; of one host some are under way at a time. */
  String host();

  /**
   * An e-mail.
   *
   * @param html the same for programs that show it; null: plain text alone
   * @param headers further ones
   */
  record Mail(
      String to, String subject, String body, @Nullable String html, Map<String, String> headers)
      implements Message {
    static final String HOST = "smtp";

    @Override
    public String lane() {
      return HOST + " " + Integer.toHexString(to.hashCode());
    }

    @Override
    public String host() {
      return HOST;
    }

    @Override
    public String toString() {
      return "Mail[…]"; // never in a log
    }
  }

  /** A call of a webhook. */
  record Call(URI url, String payload, List<String> secrets, @Nullable String line)
      implements Message {
    @Override
    public String lane() {
      if (line != null) {
        return line;
      }
      String path = url.getRawPath() == null ? "" : url.getRawPath();
      return url.getScheme() + "://" + host() + path;
    }

    @Override
    public String host() {
      return Guard.host(url);
    }

    @Override
    public String toString() {
      return "Call[…]"; // never in a log
    }
  }

  /**
   * One try of a message: the job, what receivers know it by, and the note that it is under way.
   */
  record Try(UUID job, UUID event, UUID lease, int attempts, Message message) {}
}
