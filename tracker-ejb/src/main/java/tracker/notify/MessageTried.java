package tracker.notify;

/** A try of a message ended: {@code ok}, {@code retry}, or {@code failed} where it was the last. */
public record MessageTried(JobType type, String result) {}
