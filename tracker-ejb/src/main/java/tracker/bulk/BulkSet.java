package tracker.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tracker.shared.Problem;
import tracker.work.Priority;
import tracker.work.Ref;
import tracker.work.TaskChange;
import tracker.work.TaskType;

/**
 * What many tasks are to have: null leaves, an empty Optional clears. Title and description are no
 * part of it, for no two tasks want the same.
 *
 * @param addTags put on beside those that a task has, or beside {@code tags}
 * @param removeTags taken off, whatever else is said
 * @param deleted true puts them into the trash; it stands alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BulkSet(
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
        refs,
    @Nullable @Size(min = 1, max = 50, message = "{invalid.count}")
        List<
                @NotNull(message = "{invalid.required}")
                @Size(min = 1, max = 50, message = "{invalid.size}") String>
            addTags,
    @Nullable @Size(min = 1, max = 50, message = "{invalid.count}")
        List<
                @NotNull(message = "{invalid.required}")
                @Size(min = 1, max = 50, message = "{invalid.size}") String>
            removeTags,
    @Nullable Boolean deleted) {
  /** Refuses what sets nothing, and what would clear a field that needs a value. */
  void check() {
    boolean changes = Stream.concat(Stream.of(status), beside()).anyMatch(Objects::nonNull);
    if (deleted == null && !changes) {
      throw Problem.invalid("set", "invalid.required");
    }
    if (deleted != null && (changes || !deleted)) {
      throw Problem.invalid("set.deleted", "invalid.bulk_deleted");
    }
    required("status", status);
    required("priority", priority);
    required("type", type);
  }

  private Stream<@Nullable Object> beside() {
    return Stream.of(
        priority, dueAt, assigneeId, tags, project, parentId, type, refs, addTags, removeTags);
  }

  private static void required(String field, @Nullable Optional<?> value) {
    if (value != null && value.isEmpty()) {
      throw Problem.invalid("set." + field, "invalid.required");
    }
  }

  TaskChange change() {
    return new TaskChange(
        null, null, status, priority, dueAt, assigneeId, tags, project, parentId, type, refs);
  }

  /** The status, where that is all; such a change is cheaper. */
  Optional<String> onlyStatus() {
    boolean alone = beside().allMatch(Objects::isNull);
    return alone && status != null ? status : Optional.empty();
  }

  /** Whether they are to go to the trash. */
  boolean isDeletion() {
    return Boolean.TRUE.equals(deleted);
  }

  List<String> added() {
    return addTags == null ? List.of() : addTags;
  }

  List<String> removed() {
    return removeTags == null ? List.of() : removeTags;
  }
}
