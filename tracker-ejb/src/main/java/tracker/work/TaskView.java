package tracker.work;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.workflow.Category;

/**
 * A task, as in a list and alone.
 *
 * @param key readable and stable, e.g. {@code GER-123}; {@code T-45} without a project
 * @param status a word of a category, which means the first status of its project in it, or the
 *     name of a further one
 * @param statusName what its status is called; null where it is called as its category
 * @param deletedAt when it went to the trash; null while it has not
 * @param type one word, see {@link TaskType}
 * @param children how many tasks have it as their parent, also canceled ones
 */
public record TaskView(
    UUID id,
    String key,
    String title,
    @Nullable String description,
    String status,
    Category category,
    @Nullable String statusName,
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
    Subtasks subtasks,
    UUID createdBy,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt,
    long version) {
  /**
   * How far the tasks right below are: {@code done} of {@code total}. Canceled ones do not count.
   */
  public record Subtasks(int done, int total) {
    /** How many are still to be done. */
    public int open() {
      return total - done;
    }
  }
}
