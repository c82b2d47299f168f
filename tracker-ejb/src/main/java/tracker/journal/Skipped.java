package tracker.journal;

import java.util.UUID;

/**
 * A row that a bulk change or an undo left alone, and why. The message is in the caller's language.
 */
public record Skipped(UUID id, String code, String message) {}
