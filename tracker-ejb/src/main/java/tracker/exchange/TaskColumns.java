package tracker.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Csv;
import tracker.shared.Json;
import tracker.work.TaskName;
import tracker.work.TaskView;

/**
 * The columns of an exported file: the public names of a task's fields, and what they mean to a
 * reader.
 *
 * @param people names by account
 * @param parents the tasks above, as far as the caller sees them
 */
record TaskColumns(Map<UUID, String> people, Map<UUID, TaskName> parents) {
  static final List<String> HEAD =
      List.of(
          "key",
          "title",
          "project",
          "status",
          "priority",
          "type",
          "assignee",
          "due_at",
          "tags",
          "parent",
          "description",
          "refs",
          "id",
          "project_id",
          "assignee_id",
          "parent_id",
          "created_by",
          "created_at",
          "updated_at",
          "deleted_at",
          "version",
          "category",
          "status_name");

  /** These rows as lines of RFC 4180. */
  String lines(List<TaskView> tasks) {
    return Csv.lines(tasks.stream().map(this::cells).toList());
  }

  static String headLine() {
    return Csv.lines(List.of(HEAD));
  }

  private List<String> cells(TaskView task) {
    TaskName parent = task.parentId() == null ? null : parents.get(task.parentId());
    return List.of(
        task.key(),
        task.title(),
        text(task.projectKey()),
        task.status(),
        task.priority().word(),
        task.type(),
        task.assigneeId() == null ? "" : people.getOrDefault(task.assigneeId(), ""),
        text(task.dueAt()),
        Cells.joined(task.tags()),
        parent == null ? "" : parent.key(),
        text(task.description()),
        task.refs().isEmpty() ? "" : Json.write(task.refs()),
        task.id().toString(),
        text(task.projectId()),
        text(task.assigneeId()),
        text(task.parentId()),
        task.createdBy().toString(),
        text(task.createdAt()),
        text(task.updatedAt()),
        text(task.deletedAt()),
        Long.toString(task.version()),
        task.category().word(),
        text(task.statusName()));
  }

  private static String text(@Nullable Object value) {
    return value instanceof Instant time ? time.toString() : Objects.toString(value, "");
  }
}
