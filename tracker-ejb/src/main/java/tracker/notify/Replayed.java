package tracker.notify;

/** How many failed messages were queued again. */
public record Replayed(int replayed) {}
