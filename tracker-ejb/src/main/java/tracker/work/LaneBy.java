package tracker.work;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.CommonProblem;
import tracker.shared.Ids;
import tracker.shared.Problem;

/** What the lanes of a board are made by: a property of which each of its tasks has one value. */
public enum LaneBy {
  ASSIGNEE("t.assignee_id::text"),
  PRIORITY("t.priority::text"),
  PARENT("t.parent_id::text");

  /** The lane of the tasks of nobody, or below nothing. */
  public static final String NONE = "";

  private final String column;

  LaneBy(String column) {
    this.column = column;
  }

  /** What is called so. */
  public static Optional<LaneBy> of(@Nullable String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findAny();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The lane that a task is in: an id, or the word of a priority; {@link #NONE} without a value.
   */
  public String of(TaskView task) {
    return switch (this) {
      case ASSIGNEE -> text(task.assigneeId());
      case PRIORITY -> task.priority().word();
      case PARENT -> text(task.parentId());
    };
  }

  /** The patch that brings a task into a lane; 400 for what is no lane. */
  public TaskChange into(String lane) {
    return switch (this) {
      case ASSIGNEE -> TaskChange.ofAssignee(id(lane));
      case PRIORITY ->
          TaskChange.ofPriority(
              Priority.of(lane).orElseThrow(() -> Problem.of(CommonProblem.BAD_REQUEST)));
      case PARENT -> TaskChange.ofParent(id(lane));
    };
  }

  /** The column of a task {@code t}, as text. */
  String column() {
    return column;
  }

  /** The lane that a value of {@link #column} stands for. */
  String lane(@Nullable String value) {
    if (value == null) {
      return NONE;
    }
    return this == PRIORITY ? Priority.values()[Integer.parseInt(value)].word() : value;
  }

  private static String text(@Nullable UUID id) {
    return id == null ? NONE : id.toString();
  }

  private static @Nullable UUID id(String lane) {
    if (lane.equals(NONE)) {
      return null;
    }
    UUID id = Ids.parse(lane);
    if (id == null) {
      throw Problem.of(CommonProblem.BAD_REQUEST);
    }
    return id;
  }
}
