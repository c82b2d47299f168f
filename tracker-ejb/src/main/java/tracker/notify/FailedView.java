package tracker.notify;

import java.time.Instant;
import java.util.UUID;

/** A message that nobody took; its id is that of its job. */
public record FailedView(
    UUID id, JobType type, int attempts, String lastError, Instant failedAt, UUID eventId) {}
