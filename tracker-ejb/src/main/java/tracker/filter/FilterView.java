package tracker.filter;

import java.time.Instant;
import java.util.UUID;

/**
 * A filter.
 *
 * @param pinned whether the caller has it at hand
 * @param usual whether the caller's list opens with it
 * @param createdBy its owner
 */
public record FilterView(
    UUID id,
    String name,
    String query,
    boolean shared,
    boolean pinned,
    boolean usual,
    UUID createdBy,
    Instant createdAt,
    Instant updatedAt,
    long version) {}
