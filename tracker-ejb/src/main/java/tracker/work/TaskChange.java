package tracker.work;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A merge patch of a task: null leaves, an empty Optional clears. {@code project} and {@code
 * parentId} take key or id.
 */
public record TaskChange(
    @Nullable Optional<@Size(min = 1, max = 500, message = "{invalid.size}") String> title,
    @Nullable Optional<@Size(min = 0, max = 50_000, message = "{invalid.size}") String> description,
    @Nullable Optional<@Size(min = 1, max = 50, message = "{invalid.size}") String> status,
    @Nullable Optional<Priority> priority,
    @Nullable Optional<Instant> dueAt,
    @Nullable Optional<UUID> assigneeId,
    @Nullable
        Optional<
            @Size(min = 0, max = 50, message = "{invalid.count}") List<
                @NotNull(message = "{invalid.required}")
                @Size(min = 1, max = 50, message = "{invalid.size}") String>>
        tags,
    @Nullable Optional<String> project,
    @Nullable Optional<String> parentId,
    @Nullable Optional<@Pattern(regexp = TaskType.SHAPE, message = "{invalid.task_type}") String>
        type,
    @Nullable
        Optional<
            @Size(min = 0, max = 20, message = "{invalid.count}") List<
                @NotNull(message = "{invalid.required}") @Valid Ref>>
        refs) {
  private static final TaskChange NOTHING =
      new TaskChange(null, null, null, null, null, null, null, null, null, null, null);

  public static TaskChange ofTitle(String title) {
    return new TaskChange(
        Optional.of(title), null, null, null, null, null, null, null, null, null, null);
  }

  public static TaskChange ofDescription(@Nullable String description) {
    return new TaskChange(
        null,
        Optional.ofNullable(description),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  public static TaskChange ofStatus(String status) {
    return NOTHING.entering(status);
  }

  public static TaskChange ofPriority(Priority priority) {
    return new TaskChange(
        null, null, null, Optional.of(priority), null, null, null, null, null, null, null);
  }

  public static TaskChange ofDue(@Nullable Instant due) {
    return new TaskChange(
        null, null, null, null, Optional.ofNullable(due), null, null, null, null, null, null);
  }

  public static TaskChange ofAssignee(@Nullable UUID assignee) {
    return new TaskChange(
        null, null, null, null, null, Optional.ofNullable(assignee), null, null, null, null, null);
  }

  public static TaskChange ofTags(List<String> tags) {
    return NOTHING.tagged(tags);
  }

  public static TaskChange ofType(String type) {
    return new TaskChange(
        null, null, null, null, null, null, null, null, null, Optional.of(type), null);
  }

  /** Below the task with this id, or below none. */
  public static TaskChange ofParent(@Nullable UUID parent) {
    return new TaskChange(
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Optional.ofNullable(parent).map(UUID::toString),
        null,
        null);
  }

  /** The same with this status. */
  public TaskChange entering(String word) {
    return new TaskChange(
        title,
        description,
        Optional.of(word),
        priority,
        dueAt,
        assigneeId,
        tags,
        project,
        parentId,
        type,
        refs);
  }

  /** The same with these tags. */
  TaskChange tagged(List<String> names) {
    return new TaskChange(
        title,
        description,
        status,
        priority,
        dueAt,
        assigneeId,
        Optional.of(names),
        project,
        parentId,
        type,
        refs);
  }

  public static TaskChange nothing() {
    return NOTHING;
  }
}
