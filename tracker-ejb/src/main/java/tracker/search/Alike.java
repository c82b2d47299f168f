package tracker.search;

import java.util.List;

/** Tasks with titles like one that is being typed, the most similar first. */
public record Alike(List<Similar> items) {}
