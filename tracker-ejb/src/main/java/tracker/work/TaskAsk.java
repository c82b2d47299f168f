package tracker.work;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks are asked for; null and empty leave open. Words of one list are alternatives,
 * different fields must all hold.
 *
 * @param assigneeId an account; {@code unassigned} true asks for tasks of nobody instead
 * @param project key or id
 * @param text words that title, description or key contain
 * @param sort {@code created_at}, {@code updated_at}, {@code due_at}, {@code priority}, {@code
 *     key}, {@code title} or {@code status}; a minus before it turns it round; null is {@code
 *     -created_at}
 * @param deleted the trash instead of the living
 */
public record TaskAsk(
    List<Status> status,
    List<String> tag,
    List<Priority> priority,
    @Nullable UUID assigneeId,
    boolean unassigned,
    @Nullable UUID createdBy,
    @Nullable String project,
    @Nullable String parent,
    @Nullable Instant dueBefore,
    @Nullable Instant dueAfter,
    @Nullable String text,
    @Nullable String sort,
    boolean deleted) {
  /** Everything that the caller may see. */
  public static TaskAsk all() {
    return new TaskAsk(
        List.of(), List.of(), List.of(), null, false, null, null, null, null, null, null, null,
        false);
  }
}
