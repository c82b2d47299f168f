package tracker.notify;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that nobody took; its id is that of its job.
 *
 * @param host host and port that were called; null of an e-mail
 */
public record FailedView(
    UUID id,
    JobType type,
    @Nullable String host,
    int attempts,
    String lastError,
    Instant failedAt,
    UUID eventId) {}
