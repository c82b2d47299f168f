package tracker.workflow;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The category of a task's status; a project may name its own statuses inside them. */
public enum Category {
  @JsonProperty("todo")
  TODO,
  @JsonProperty("in_progress")
  IN_PROGRESS,
  @JsonProperty("done")
  DONE,
  @JsonProperty("canceled")
  CANCELED;

  private static final List<Category> ALL = List.of(values());

  private final String word = name().toLowerCase(Locale.ROOT);

  /** Whether nothing is left to do. */
  public boolean isClosed() {
    return this == DONE || this == CANCELED;
  }

  /** The public word, e.g. {@code canceled}. */
  public String word() {
    return word;
  }

  /** The category of a public word, in whatever case. */
  public static Optional<Category> of(String word) {
    for (Category one : ALL) {
      if (one.word.equalsIgnoreCase(word)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
