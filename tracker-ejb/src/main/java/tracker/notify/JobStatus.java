package tracker.notify;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a message is. */
public enum JobStatus {
  QUEUED,
  OK,
  FAILED,
  CANCELED;

  /** As it is written outside. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static JobStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
