package tracker.notify;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a message goes out. */
public enum JobType {
  EMAIL,
  WEBHOOK;

  /** As it is written outside. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static JobType of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
