package tracker.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tracker.shared.Settings;

/** Where a request really comes from: X-Forwarded-For counts only as far as trusted proxies go. */
public final class ClientAddress {
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private final List<Network> trusted;

  private record Network(byte[] address, int bits) {
    boolean holds(byte[] other) {
      if (other.length != address.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if (((other[bit / 8] ^ address[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  /** Takes addresses and networks ({@code 10.0.0.0/8}); others are the operator's mistake. */
  public ClientAddress(List<String> proxies) {
    this.trusted = proxies.stream().filter(p -> !p.isBlank()).map(ClientAddress::network).toList();
  }

  /**
   * The nearest address that is no trusted proxy.
   *
   * @param peer who is on the other end of the connection
   * @param forwarded the values of X-Forwarded-For, in their order
   */
  public String of(String peer, List<String> forwarded) {
    List<String> hops = new ArrayList<>();
    forwarded.forEach(value -> hops.addAll(List.of(value.split(","))));
    Collections.reverse(hops);
    String at = plain(peer);
    for (String hop : hops) {
      byte[] next = parsed(bare(hop.strip()));
      if (!isTrusted(at) || next == null) {
        return at;
      }
      at = text(next);
    }
    return at;
  }

  /** Whether this peer may speak for others (X-Forwarded-For, X-Forwarded-Proto). */
  public boolean isTrusted(String peer) {
    byte[] address = parsed(peer);
    return address != null && trusted.stream().anyMatch(n -> n.holds(address));
  }

  private static Network network(String text) {
    String[] parts = text.strip().split("/", 2);
    byte[] address = parsed(parts[0]);
    try {
      if (address != null) {
        int most = address.length * 8;
        int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
        if (bits >= 0 && bits <= most) {
          return new Network(address, bits);
        }
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new Settings.Wrong(
        "TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8, but has \""
            + text
            + "\".");
  }

  // 1.2.3.4:5678 and [::1]:5678 as some proxies write them
  private static String bare(String hop) {
    if (hop.startsWith("[") && hop.contains("]")) {
      return hop.substring(1, hop.indexOf(']'));
    }
    return hop.matches("[0-9.]+:\\d+") ? hop.substring(0, hop.indexOf(':')) : hop;
  }

  private static String plain(String address) {
    byte[] parsed = parsed(address);
    return parsed == null ? address : text(parsed);
  }

  // only literals: a name must never be looked up
  private static byte @Nullable [] parsed(String text) {
    String literal = text.contains("%") ? text.substring(0, text.indexOf('%')) : text;
    if (literal.length() > 45
        || !LITERAL.matcher(literal).matches()
        || (literal.indexOf(':') < 0 && literal.split("\\.", -1).length != 4)) {
      return null;
    }
    try {
      return InetAddress.getByName(literal).getAddress();
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private static String text(byte[] address) {
    try {
      return InetAddress.getByAddress(address).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four or sixteen bytes are an address", e);
    }
  }
}
