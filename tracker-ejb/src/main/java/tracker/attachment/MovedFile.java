package tracker.attachment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a file that comes from another instance with what it hangs on. */
public record MovedFile(
    UUID id,
    String holder,
    UUID holderId,
    UUID createdBy,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt,
    long version) {}
