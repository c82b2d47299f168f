package tracker.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a task can simply be: {@code is overdue}. */
public enum Flag {
  OPEN,
  CLOSED,
  /** Open, and its due time is over. */
  OVERDUE,
  /** The caller's own to do. */
  MINE,
  UNASSIGNED,
  SUBTASK;

  /** As it is written. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Flag> of(String word) {
    return Arrays.stream(values())
        .filter(one -> one.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
