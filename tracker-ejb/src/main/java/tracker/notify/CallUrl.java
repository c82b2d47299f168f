package tracker.notify;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import tracker.shared.Problem;

/** Addresses that can be called. */
public final class CallUrl {
  private static final int LAST_PORT = 65535;

  private CallUrl() {}

  /**
   * Reads one: http or https, a host, no user, no fragment; else 422 for {@code url}. Where it
   * leads is looked at when it is called.
   */
  public static URI of(String text) {
    try {
      URI url = new URI(text.strip());
      String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      boolean bare = url.getRawUserInfo() == null && url.getRawFragment() == null;
      if (web && bare && url.getHost() != null && isPort(url.getPort())) {
        return URI.create(scheme + url.toString().substring(scheme.length()));
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw Problem.invalid("url", "invalid.url");
  }

  // -1: that of the scheme
  private static boolean isPort(int port) {
    return port != 0 && port <= LAST_PORT;
  }
}
