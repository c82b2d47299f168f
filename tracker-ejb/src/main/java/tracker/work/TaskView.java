package tracker.work;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task, as in a list and alone.
 *
 * @param key readable and stable, e.g. {@code GER-123}; {@code T-45} without a project
 * @param deletedAt when it went to the trash; null while it has not
 * @param children how many tasks have it as their parent, {@code childrenDone} of them done or
 *     canceled
 */
public record TaskView(
    UUID id,
    String key,
    String title,
    @Nullable String description,
    Status status,
    Priority priority,
    @Nullable Instant dueAt,
    @Nullable UUID assigneeId,
    List<String> tags,
    @Nullable UUID projectId,
    @Nullable String projectKey,
    @Nullable UUID parentId,
    String type,
    List<Ref> refs,
    int children,
    int childrenDone,
    UUID createdBy,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt,
    long version) {}
