package tracker.link;

import java.time.Instant;
import java.util.UUID;
import tracker.workflow.Category;

/**
 * A link as one of its tasks sees it.
 *
 * @param direction outward: the task that was asked blocks the other one; inward: it is blocked
 * @param taskId the other task, with its key, title and status
 */
public record LinkView(
    UUID id,
    LinkType type,
    Direction direction,
    UUID taskId,
    String key,
    String title,
    Category status,
    UUID createdBy,
    Instant createdAt,
    long version) {
  /** Whether the asked task cannot go on before the other one is closed. */
  public boolean holdsUp() {
    return type == LinkType.BLOCKS && direction == Direction.INWARD && !status.isClosed();
  }
}
