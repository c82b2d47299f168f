package tracker.feed;

/** There may be new entries in the feed; fired once for a burst of them, on every node. */
public record Rung() {}
