package tracker.work;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The category of a task's status; a project may name its own statuses inside them. */
public enum Status {
  @JsonProperty("todo")
  TODO,
  @JsonProperty("in_progress")
  IN_PROGRESS,
  @JsonProperty("done")
  DONE,
  @JsonProperty("canceled")
  CANCELED;

  /** Whether nothing is left to do. */
  public boolean isClosed() {
    return this == DONE || this == CANCELED;
  }

  /** The public word, e.g. {@code canceled}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
