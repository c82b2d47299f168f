package tracker.feed;

import java.util.List;

/**
 * A part of the feed.
 *
 * @param items in the order of the feed; may be empty although more follows, where much of it is
 *     not the caller's to see
 * @param next the place up to which was looked: ask on from here, also after an empty part
 * @param more whether entries behind {@code next} are known already; false: ask later
 */
public record ChangesPart(List<ChangeView> items, String next, boolean more) {
  /**
   * The same without the changes at its end that may go on in the next part: what one operation did
   * to one thing is told at once.
   */
  public ChangesPart ofWholes() {
    int end = more ? items.size() : 0;
    while (end > 0 && isSame(items.get(end - 1), items.get(items.size() - 1))) {
      end--;
    }
    return end == 0
        ? this
        : new ChangesPart(items.subList(0, end), items.get(end - 1).cursor(), true);
  }

  private static boolean isSame(ChangeView one, ChangeView other) {
    return one.operationId().equals(other.operationId()) && one.entityId().equals(other.entityId());
  }
}
