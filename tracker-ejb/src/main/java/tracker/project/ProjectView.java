package tracker.project;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project.
 *
 * @param role what the caller is in it; null where they only see it because it is internal (or as
 *     administrator)
 * @param openTasks how many of its tasks are neither done nor canceled
 */
public record ProjectView(
    UUID id,
    String key,
    String name,
    @Nullable String description,
    Visibility visibility,
    @Nullable MemberRole role,
    long openTasks,
    UUID createdBy,
    Instant createdAt,
    Instant updatedAt,
    long version) {}
