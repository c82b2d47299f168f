package tracker.comment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment.
 *
 * @param body Markdown, as it was written
 * @param html the same as safe HTML
 * @param mentions accounts that it speaks to
 * @param editedAt when its words were changed; null while they are the first ones
 * @param deletedAt since when it lies in the trash; null while it does not
 */
public record CommentView(
    UUID id,
    UUID taskId,
    UUID authorId,
    String body,
    String html,
    List<UUID> mentions,
    Instant createdAt,
    @Nullable Instant editedAt,
    @Nullable Instant deletedAt,
    long version) {}
