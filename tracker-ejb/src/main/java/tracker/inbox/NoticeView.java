package tracker.inbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody is told.
 *
 * @param event {@code task.updated}, {@code comment.created}, … as in the feed; {@code task.due}
 *     for reminders
 * @param reasonText the reason in the reader's words
 * @param text what happened, in the reader's words, without who did it
 * @param excerpt the beginning of the comment, where it is one that is still there
 * @param changes what became of which fields
 * @param tasks how many tasks of the reader the same operation changed; the task is one of them
 */
public record NoticeView(
    UUID id,
    Instant at,
    String event,
    Reason reason,
    String reasonText,
    String text,
    UUID taskId,
    String taskKey,
    String taskTitle,
    @Nullable UUID projectId,
    @Nullable String projectKey,
    @Nullable UUID actorId,
    @Nullable String actorName,
    @Nullable UUID commentId,
    @Nullable String excerpt,
    List<FieldChange> changes,
    int tasks,
    @Nullable UUID operationId,
    boolean read,
    @Nullable Instant readAt) {
  /** What became of a field; both null where it has a long text. */
  public record FieldChange(
      String field, @Nullable JsonNode old, @JsonProperty("new") @Nullable JsonNode now) {}
}
