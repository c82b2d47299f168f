package tracker.notify;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.shared.Settings;

/**
 * The settings of messages, by their public names.
 *
 * @param works whether this node sends: not with ROLE web
 * @param server SMTP_HOST and its like; null: mail is only logged
 * @param from MAIL_FROM
 * @param allowed WEBHOOK_ALLOWED_TARGETS: host:port that may be called whatever their address
 * @param gaps NOTIFY_RETRY_SECONDS: how long to wait before each further try
 */
public record NotifySettings(
    boolean works, @Nullable Server server, String from, Set<String> allowed, List<Duration> gaps) {

  /** A mail server. */
  public record Server(
      String host, int port, @Nullable String username, @Nullable String password) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /** Reads them; a value that cannot be used is one sentence for the operator. */
  public static NotifySettings read(Settings from) {
    return new NotifySettings(
        !from.text("ROLE", "all").equals("web"),
        server(from),
        from.text("MAIL_FROM", "gerask@" + host(from)),
        from.list("WEBHOOK_ALLOWED_TARGETS").stream()
            .map(one -> one.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()),
        gaps(from.text("NOTIFY_RETRY_SECONDS", "10,60,300")));
  }

  private static @Nullable Server server(Settings from) {
    String host = from.text("SMTP_HOST");
    return host == null
        ? null
        : new Server(
            host,
            from.number("SMTP_PORT", 587, 1, 65535),
            from.text("SMTP_USERNAME"),
            from.secret("SMTP_PASSWORD"));
  }

  private static String host(Settings from) {
    String host = URI.create(from.text("PUBLIC_URL", "http://localhost")).getHost();
    return host == null ? "localhost" : host;
  }

  private static List<Duration> gaps(String text) {
    try {
      return Arrays.stream(text.split(","))
          .map(one -> Duration.ofSeconds(Integer.parseUnsignedInt(one.strip())))
          .toList();
    } catch (NumberFormatException e) {
      throw new Settings.Wrong(
          "NOTIFY_RETRY_SECONDS must be seconds such as 10,60,300, but is \"" + text + "\".");
    }
  }
}
