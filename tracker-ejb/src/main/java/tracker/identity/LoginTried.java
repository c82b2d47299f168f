package tracker.identity;

/** A password was tried, and fitted or not. */
public record LoginTried(boolean success) {}
