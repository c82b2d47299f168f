package tracker.work;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task to be created. Only the title is required; without a project it belongs to the personal
 * space of its creator and assignee.
 *
 * @param project key or id
 * @param status a word of a category or the name of a status; the first one of {@code todo} where
 *     absent
 * @param parentId key or id of a task of the same project
 * @param type one word, see {@link TaskType}; {@code task} where absent
 */
public record NewTask(
    @NotBlank(message = "{invalid.required}") @Size(min = 1, max = 500, message = "{invalid.size}")
        String title,
    @Nullable @Size(min = 0, max = 50_000, message = "{invalid.size}") String description,
    @Nullable @Size(min = 1, max = 50, message = "{invalid.size}") String status,
    @Nullable Priority priority,
    @Nullable Instant dueAt,
    @Nullable UUID assigneeId,
    @Nullable @Size(min = 0, max = 50, message = "{invalid.count}")
        List<
                @NotNull(message = "{invalid.required}")
                @Size(min = 1, max = 50, message = "{invalid.size}") String>
            tags,
    @Nullable String project,
    @Nullable String parentId,
    @Nullable @Pattern(regexp = TaskType.SHAPE, message = "{invalid.task_type}") String type,
    @Nullable @Size(min = 0, max = 20, message = "{invalid.count}")
        List<@NotNull(message = "{invalid.required}") @Valid Ref> refs) {
  /** The two required fields. */
  public static NewTask titled(String title, @Nullable String project) {
    return new NewTask(title, null, null, null, null, null, null, project, null, null, null);
  }

  /** The same in this status. */
  public NewTask in(String other) {
    return new NewTask(
        title,
        description,
        other,
        priority,
        dueAt,
        assigneeId,
        tags,
        project,
        parentId,
        type,
        refs);
  }

  /** The same in this project. */
  NewTask within(String other) {
    return new NewTask(
        title, description, status, priority, dueAt, assigneeId, tags, other, parentId, type, refs);
  }

  /** The same as a part of this task. */
  public NewTask below(String parent) {
    return new NewTask(
        title, description, status, priority, dueAt, assigneeId, tags, project, parent, type, refs);
  }
}
