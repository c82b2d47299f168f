package tracker.work.view;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.CommonProblem;
import tracker.shared.Ids;
import tracker.shared.Problem;
import tracker.work.Priority;
import tracker.work.TaskChange;
import tracker.work.TaskView;

/**
 * One field of a task with its new value, as the browser sends them.
 *
 * @param field {@code title}, {@code description}, {@code status}, {@code priority}, {@code
 *     assignee}, {@code due}, {@code type} or {@code tags}
 * @param value empty clears; a due date is {@code 2026-11-20} or {@code 2026-11-20T14:00} in the
 *     reader's zone; tags stand one in a line
 */
public record Edit(String field, String value) {
  /** A day without an hour is late only when it is over. */
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

  /** The edit that the running request asks for. */
  static Edit sent() {
    return new Edit(Sent.value("field"), Sent.value("value"));
  }

  /** The patch that it is; 400 for another field, 422 for what is no date. */
  public TaskChange change(ZoneId zone) {
    return switch (field) {
      case "title" -> TaskChange.ofTitle(value);
      case "description" -> TaskChange.ofDescription(value.isBlank() ? null : value);
      case "status" -> TaskChange.ofStatus(value);
      case "priority" -> TaskChange.ofPriority(priority(value));
      case "assignee" -> TaskChange.ofAssignee(person(value));
      case "due" -> TaskChange.ofDue(due(value, zone));
      case "type" -> TaskChange.ofType(value);
      case "tags" -> TaskChange.ofTags(tags(value));
      default -> throw Problem.of(CommonProblem.BAD_REQUEST);
    };
  }

  /** The value that the same field of a task has, in the form in which a browser would send it. */
  String of(TaskView task, ZoneId zone) {
    return switch (field) {
      case "title" -> task.title();
      case "description" -> task.description() == null ? "" : task.description();
      case "status" -> task.status();
      case "priority" -> task.priority().word();
      case "assignee" -> task.assigneeId() == null ? "" : task.assigneeId().toString();
      case "due" -> local(task.dueAt(), zone);
      case "type" -> task.type();
      case "tags" -> String.join("\n", task.tags());
      default -> "";
    };
  }

  /** A due date as a browser sends it: a day, or a day and an hour. */
  static String local(@Nullable Instant at, ZoneId zone) {
    if (at == null) {
      return "";
    }
    LocalDateTime local = at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    return local.toLocalTime().equals(END_OF_DAY)
        ? local.toLocalDate().toString()
        : local.toString();
  }

  static Priority priority(String word) {
    return Priority.of(word).orElseThrow(() -> Problem.of(CommonProblem.BAD_REQUEST));
  }

  static @Nullable UUID person(String id) {
    return id.isEmpty() ? null : Ids.parse(id);
  }

  static @Nullable Instant due(String text, ZoneId zone) {
    if (text.isBlank()) {
      return null;
    }
    try {
      return (text.contains("T")
              ? LocalDateTime.parse(text)
              : LocalDate.parse(text).atTime(END_OF_DAY))
          .atZone(zone)
          .toInstant();
    } catch (DateTimeException e) {
      throw Problem.invalid("due_at", "invalid.date");
    }
  }

  static List<String> tags(String lines) {
    return lines.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
  }
}
