package tracker.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.work.Ref;
import tracker.work.TaskChange;
import tracker.work.TaskView;

/**
 * What a row says otherwise than its task is. A column that is not there says nothing; an empty
 * cell says that nothing is there, but for status, priority and type, which every task has.
 */
record Differences(Reading reading) {
  /** The change; empty where the task is what the row says. */
  Optional<TaskChange> between(Draft row, @Nullable UUID parent, TaskView task) {
    Optional<List<Ref>> refs = changed(Field.REFS, row.refs, task.refs());
    Optional<List<String>> tags =
        changed(Field.TAGS, low(row.tags), low(task.tags())).map(names -> row.tags);
    TaskChange change =
        new TaskChange(
            given(changed(Field.TITLE, row.title, task.title())),
            reading.has(Field.DESCRIPTION) && !Objects.equals(row.description, task.description())
                ? Optional.ofNullable(row.description)
                : null,
            row.status == null || row.status.equals(task.status()) ? null : Optional.of(row.status),
            row.priority == null || row.priority == task.priority()
                ? null
                : Optional.of(row.priority),
            reading.has(Field.DUE_AT) && !Objects.equals(row.dueAt, task.dueAt())
                ? Optional.ofNullable(row.dueAt)
                : null,
            isAbout(Field.ASSIGNEE, Field.ASSIGNEE_ID)
                    && !row.lacks(Field.ASSIGNEE)
                    && !Objects.equals(row.assignee, task.assigneeId())
                ? Optional.ofNullable(row.assignee)
                : null,
            given(tags),
            null,
            reading.has(Field.PARENT)
                    && !row.lacks(Field.PARENT)
                    && !Objects.equals(parent, task.parentId())
                ? Optional.ofNullable(parent).map(UUID::toString)
                : null,
            row.type == null || row.type.equals(task.type()) ? null : Optional.of(row.type),
            given(refs));
    return change.equals(TaskChange.nothing()) ? Optional.empty() : Optional.of(change);
  }

  private boolean isAbout(Field one, Field other) {
    return reading.has(one) || reading.has(other);
  }

  private <T> Optional<T> changed(Field field, T row, T task) {
    return reading.has(field) && !row.equals(task) ? Optional.of(row) : Optional.empty();
  }

  // what a patch leaves alone is null, for an empty Optional clears
  private static <T> @Nullable Optional<T> given(Optional<T> value) {
    return value.isEmpty() ? null : value;
  }

  private static Set<String> low(Collection<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }
}
