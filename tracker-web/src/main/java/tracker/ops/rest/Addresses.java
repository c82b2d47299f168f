package tracker.ops.rest;

/** Addresses as the limits count them. */
final class Addresses {
  private Addresses() {}

  /**
   * The address itself; of IPv6 its first 64 bits, because a single customer is given at least that
   * many addresses.
   */
  static String group(String address) {
    String bare = address.replaceFirst("%.*$", "");
    if (!bare.contains(":") || bare.contains(".")) {
      return bare.substring(bare.lastIndexOf(':') + 1);
    }
    int gap = bare.indexOf("::");
    String[] head = (gap < 0 ? bare : bare.substring(0, gap)).split(":");
    StringBuilder prefix = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      String part = i < head.length && !head[i].isEmpty() ? head[i] : "0";
      prefix.append(part.replaceFirst("^0+(?=.)", "")).append(':');
    }
    return prefix.append(":/64").toString();
  }
}
