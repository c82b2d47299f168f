package tracker.inbox;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** When notices go out by mail. */
public enum MailMode {
  /** A few seconds after what happened. */
  NOW,
  /** Once a day, together. */
  DAILY,
  NONE;

  /** Its public name. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MailMode of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
