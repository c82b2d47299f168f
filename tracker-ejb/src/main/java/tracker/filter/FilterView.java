package tracker.filter;

import java.time.Instant;
import java.util.UUID;

/**
 * A filter.
 *
 * @param pinned whether the caller has it at hand
 * @param createdBy its owner
 */
public record FilterView(
    UUID id,
    String name,
    String query,
    boolean shared,
    boolean pinned,
    UUID createdBy,
    Instant createdAt,
    Instant updatedAt,
    long version) {}
