package tracker.bulk;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a bulk change is. */
public enum BulkStatus {
  QUEUED,
  RUNNING,
  OK,
  FAILED,
  CANCELED;

  /** As it is written outside. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isOver() {
    return this == OK || this == FAILED || this == CANCELED;
  }
}
