package tracker.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Text;
import tracker.work.NewTask;
import tracker.work.Priority;
import tracker.work.Ref;

/** A row on its way to a task: what its cells say, and what is wrong with them. */
final class Draft {
  /** So many letters a name outside has at most. */
  static final int LONGEST_NAME = 500;

  final int row;
  final Map<String, Text> wrong = new LinkedHashMap<>();

  /** What it had to leave behind, by field. */
  final Map<String, Text> lacks = new LinkedHashMap<>();

  /** Whether it comes from another tracker, which knows people and tasks that are not here. */
  final boolean foreign;

  /** Under which it is known outside, the first of them for good. */
  final List<Name> names = new ArrayList<>();

  /** Its id here, where the file says one. */
  @Nullable UUID id;

  String title = "";
  @Nullable String description;
  @Nullable String status;
  @Nullable Priority priority;
  @Nullable Instant dueAt;
  @Nullable UUID assignee;
  @Nullable String type;
  @Nullable String above;
  List<String> tags = List.of();
  List<Ref> refs = List.of();

  /** A name outside. */
  record Name(String source, String external) {}

  Draft(int row, boolean foreign) {
    this.row = row;
    this.foreign = foreign;
  }

  void refuse(Field field, String textKey, Object... args) {
    wrong.putIfAbsent(field.word(), Text.of(textKey, args));
  }

  /** Says that something is not known here: a row of our own is wrong, another comes without it. */
  void miss(Field field, String textKey, Object... args) {
    (foreign ? lacks : wrong).putIfAbsent(field.word(), Text.of(textKey, args));
  }

  boolean lacks(Field field) {
    return lacks.containsKey(field.word());
  }

  /** What it came in without; nothing of a row that did not come in. */
  Map<String, Text> without() {
    return wrong.isEmpty() ? lacks : Map.of();
  }

  /** As a new task below this one, if below any. */
  NewTask asNew(String project, @Nullable UUID parent) {
    return new NewTask(
        title,
        description,
        status,
        priority,
        dueAt,
        assignee,
        tags,
        project,
        parent == null ? null : parent.toString(),
        type,
        refs);
  }
}
