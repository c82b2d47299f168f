package tracker.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far long work is that somebody asked for and waits for. */
public enum JobStatus {
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

  /** Whether nothing more comes of it. */
  public boolean isOver() {
    return this == OK || this == FAILED || this == CANCELED;
  }
}
