package tracker.work;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The place of a task in its column: a fraction in base 36, compared as text. Between two places
 * there is always another, so putting a card somewhere writes one row. A place never ends with 0,
 * or nothing would fit before it.
 */
final class Rank {
  private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final int BASE = 36;

  private Rank() {}

  /** The place of a new task: after all that were created before, without asking for theirs. */
  static String ofNew(UUID id) {
    return hex(id) + "i";
  }

  /** The place of a task that was just closed: before all that were closed earlier. */
  static String ofClosed(UUID moment) {
    long since = moment.getMostSignificantBits() >>> 16;
    return "00" + String.format("%012x", 0xffff_ffff_ffffL - since) + hex(moment) + "i";
  }

  private static String hex(UUID id) {
    return String.format("%016x%016x", id.getMostSignificantBits(), id.getLeastSignificantBits());
  }

  /**
   * A place strictly between two others.
   *
   * @param above the lower text, or null for no bound
   * @param below the greater text, or null for no bound
   */
  static String between(@Nullable String above, @Nullable String below) {
    String low = above == null ? "" : above;
    if (below != null && low.compareTo(below) >= 0) {
      throw new IllegalArgumentException("No place between " + above + " and " + below);
    }
    StringBuilder place = new StringBuilder();
    String high = below;
    for (int i = 0; ; i++) {
      int least = i < low.length() ? DIGITS.indexOf(low.charAt(i)) : 0;
      int most = high != null && i < high.length() ? DIGITS.indexOf(high.charAt(i)) : BASE;
      int middle = (least + most) / 2;
      if (least == most) {
        place.append(DIGITS.charAt(least));
      } else if (middle > least) {
        return place.append(DIGITS.charAt(middle)).toString();
      } else {
        // neighbouring digits: whatever follows the lower one is already below the upper bound
        place.append(DIGITS.charAt(least));
        high = null;
      }
    }
  }
}
