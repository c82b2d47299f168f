package tracker.work;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks are asked for; null and empty leave open. Words of one list are alternatives,
 * different fields must all hold.
 *
 * @param status words of categories, which mean all of their statuses, and names of statuses
 * @param assigneeId an account; {@code unassigned} true asks for tasks of nobody instead
 * @param project key or id
 * @param text a query, see {@link tracker.query.Query}; words alone are looked for as they stand
 * @param sort {@code created_at}, {@code updated_at}, {@code due_at}, {@code priority}, {@code
 *     key}, {@code title} or {@code status}; a minus before it turns it round; null is {@code
 *     -created_at}
 * @param deleted the trash instead of the living
 * @param type words, see {@link TaskType}
 * @param filter a kept query that must hold too, see {@link tracker.filter.Filters}
 */
public record TaskAsk(
    List<String> status,
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
    boolean deleted,
    List<String> type,
    @Nullable UUID filter) {
  /** Of whatever type. */
  public TaskAsk(
      List<String> status,
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
    this(
        status,
        tag,
        priority,
        assigneeId,
        unassigned,
        createdBy,
        project,
        parent,
        dueBefore,
        dueAfter,
        text,
        sort,
        deleted,
        List.of(),
        null);
  }

  /** The same, of these types only; of any where there are none. */
  public TaskAsk ofType(List<String> types) {
    return new TaskAsk(
        status,
        tag,
        priority,
        assigneeId,
        unassigned,
        createdBy,
        project,
        parent,
        dueBefore,
        dueAfter,
        text,
        sort,
        deleted,
        types,
        filter);
  }

  /** The same, where this kept query holds too; of all where it is null. */
  public TaskAsk in(@Nullable UUID kept) {
    return new TaskAsk(
        status,
        tag,
        priority,
        assigneeId,
        unassigned,
        createdBy,
        project,
        parent,
        dueBefore,
        dueAfter,
        text,
        sort,
        deleted,
        type,
        kept);
  }

  /** The same with this query. */
  public TaskAsk asking(String query) {
    return new TaskAsk(
        status,
        tag,
        priority,
        assigneeId,
        unassigned,
        createdBy,
        project,
        parent,
        dueBefore,
        dueAfter,
        query,
        sort,
        deleted,
        type,
        filter);
  }

  /** Everything that the caller may see. */
  public static TaskAsk all() {
    return below(null);
  }

  /** The tasks right below this one, oldest first; all tasks where it is null. */
  public static TaskAsk below(@Nullable String parent) {
    return new TaskAsk(
        List.of(),
        List.of(),
        List.of(),
        null,
        false,
        null,
        null,
        parent,
        null,
        null,
        null,
        parent == null ? null : "created_at",
        false);
  }
}
