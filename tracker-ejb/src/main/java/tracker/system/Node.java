package tracker.system;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tracker.shared.Build;
import tracker.shared.Settings;

/**
 * One running process of the product. It is known to the others by the name of the connection on
 * which it listens, so no table has to be kept of who is there.
 *
 * @param role what it does: all, web or worker
 * @param version which build it is
 * @param host what its machine or container is called
 */
public record Node(String role, String version, String host) {
  private static final String SIGN = "gerask node";
  private static final Pattern NAME = Pattern.compile(SIGN + " (all|web|worker) (\\S+) (\\S+)");

  /** PostgreSQL cuts the names of connections here. */
  private static final int LONGEST = 63;

  /** What the names of their connections begin with, as a pattern of LIKE. */
  public static final String NAMES = SIGN + " %";

  /** This process, with these settings. */
  public static Node ours(Settings settings) {
    return new Node(settings.text("ROLE", "all"), Build.ours().version(), hostOfThisMachine());
  }

  private static String hostOfThisMachine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  /** The name of the connection on which it listens. */
  public String connection() {
    String name = String.join(" ", SIGN, role, word(version), word(host));
    return name.substring(0, Math.min(LONGEST, name.length()));
  }

  // PostgreSQL would put ? for what is not of ASCII
  private static String word(String text) {
    String word = text.replaceAll("[^!-~]", "");
    return word.isEmpty() ? "unknown" : word;
  }

  /** The process behind a connection of this name; empty where it is none. */
  public static Optional<Node> of(String connection) {
    Matcher name = NAME.matcher(connection);
    return name.matches()
        ? Optional.of(new Node(name.group(1), name.group(2), name.group(3)))
        : Optional.empty();
  }
}
