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
public record ChangesPart(List<ChangeView> items, String next, boolean more) {}
