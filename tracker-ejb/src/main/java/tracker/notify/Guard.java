package tracker.notify;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps calls that people ask for out of the house: a name is resolved once, every address of it
 * must belong to the public internet and not to this machine, and the call goes to the address that
 * was looked at, so that a name cannot change its mind in between.
 */
final class Guard {
  /** The target may not be called; nothing was sent to it. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused() {
      super("This address may not be called", null, false, false);
    }
  }

  private final Set<String> allowed;

  /**
   * A guard that lets these through.
   *
   * @param allowed host:port, in small letters, whatever their address
   */
  Guard(Set<String> allowed) {
    this.allowed = allowed;
  }

  /** The address to connect to. */
  InetAddress address(URI url) throws Refused, UnknownHostException {
    InetAddress[] found = InetAddress.getAllByName(bare(url.getHost()));
    if (!allowed.contains(host(url))) {
      for (InetAddress one : found) {
        if (!isPublic(one) || isOurs(one)) {
          throw new Refused();
        }
      }
    }
    return found[0];
  }

  /** Host and port of an address, the port of its scheme where it names none. */
  static String host(URI url) {
    int port = url.getPort() >= 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80;
    return bare(url.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
  }

  // an IPv6 literal stands in brackets
  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** Whether it is an address of the public internet that anybody may have (IANA's registries). */
  static boolean isPublic(InetAddress address) {
    byte[] raw = address.getAddress();
    return raw.length == 4 ? isPublic4(raw, 0) : isPublic6(raw);
  }

  private static boolean isPublic4(byte[] raw, int from) {
    int a = raw[from] & 0xff;
    int b = raw[from + 1] & 0xff;
    int c = raw[from + 2] & 0xff;
    return !(a == 0 // this network
        || a == 10
        || a == 100 && b >= 64 && b < 128 // between a provider and its customers
        || a == 127
        || a == 169 && b == 254 // link-local, and the metadata of clouds
        || a == 172 && b >= 16 && b < 32
        || a == 192 && b == 0 && (c == 0 || c == 2)
        || a == 192 && b == 88 && c == 99 // relays of 6to4
        || a == 192 && b == 168
        || a == 198 && (b == 18 || b == 19) // benchmarks
        || a == 198 && b == 51 && c == 100 // documentation
        || a == 203 && b == 0 && c == 113 // documentation
        || a >= 224); // multicast, reserved, broadcast
  }

  // only 2000::/3 is given out; what carries an IPv4 address inside could lead anywhere
  private static boolean isPublic6(byte[] raw) {
    int first = (raw[0] & 0xff) << 8 | raw[1] & 0xff;
    int second = (raw[2] & 0xff) << 8 | raw[3] & 0xff;
    boolean given = first >> 13 == 1;
    boolean special = first == 0x2001 && second < 0x200; // Teredo, ORCHID, benchmarks
    boolean documentation =
        first == 0x2001 && second == 0xdb8 || first == 0x3fff && second < 0x1000;
    boolean sixToFour = first == 0x2002;
    return given && !special && !documentation && !sixToFour;
  }

  private static boolean isOurs(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return true; // who cannot tell does not call
    }
  }
}
