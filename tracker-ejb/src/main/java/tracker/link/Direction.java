package tracker.link;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** From which side a link is read. */
public enum Direction {
  /** From the task that blocks, precedes, duplicates. */
  @JsonProperty("outward")
  OUTWARD,
  /** From the task that is blocked, preceded, duplicated. */
  @JsonProperty("inward")
  INWARD;

  /** The public word, e.g. {@code inward}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
