package tracker.ops;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a piece of work is that is not done yet. */
public enum BacklogState {
  WAITING,
  RUNNING,
  DEAD;

  /** As it is written outside. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
