package tracker.system;

/** Fired once, when this node is asked to stop and still answers: whoever waits for more can go. */
public record Leaving() {}
