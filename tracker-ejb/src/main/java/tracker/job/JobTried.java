package tracker.job;

/** A job was run to its end or its failure. */
public record JobTried(String kind, boolean success) {}
