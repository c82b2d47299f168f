package tracker.notify;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message and what became of it. Its words and its address are not told.
 *
 * @param attempts the tries of the present round; a replay begins a new one
 * @param lastError why the last try failed
 * @param eventId what receivers know it by
 */
public record JobView(
    UUID id,
    JobType type,
    JobStatus status,
    int attempts,
    @Nullable String lastError,
    Instant sendAt,
    Instant createdAt,
    UUID eventId) {}
