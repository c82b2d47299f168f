package tracker.link;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.workflow.Category;

/**
 * Open tasks of others that open ones of the caller block: somebody waits for the caller.
 *
 * @param total how many there are; {@code tasks} holds the first
 */
public record HeldView(long total, List<Held> tasks) {
  /**
   * One that waits.
   *
   * @param by the key of the caller's task that it waits for
   */
  public record Held(
      UUID id,
      String key,
      String title,
      Category status,
      @Nullable UUID assigneeId,
      @Nullable Instant dueAt,
      String by) {}
}
