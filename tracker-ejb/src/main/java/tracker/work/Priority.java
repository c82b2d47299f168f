package tracker.work;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much a task matters. */
public enum Priority {
  @JsonProperty("low")
  LOW,
  @JsonProperty("normal")
  NORMAL,
  @JsonProperty("high")
  HIGH;

  /** The public word, e.g. {@code high}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
