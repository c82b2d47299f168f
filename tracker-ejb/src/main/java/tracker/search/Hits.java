package tracker.search;

import java.util.List;

/** What was found, the best first. */
public record Hits(List<Found> items) {}
