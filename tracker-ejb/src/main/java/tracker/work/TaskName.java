package tracker.work;

import java.util.UUID;
import tracker.workflow.Category;

/**
 * A task in a word, where another thing speaks of it.
 *
 * @param deleted whether it is in the trash
 */
public record TaskName(UUID id, String key, String title, Category status, boolean deleted) {
  /** Whether something is left to do. */
  public boolean isOpen() {
    return !deleted && !status.isClosed();
  }
}
