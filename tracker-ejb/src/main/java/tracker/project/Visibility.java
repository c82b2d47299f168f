package tracker.project;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who sees a project: its members only, or everybody signed in. */
public enum Visibility {
  @JsonProperty("private")
  PRIVATE,
  @JsonProperty("internal")
  INTERNAL;

  /** The public word, e.g. {@code internal}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The constant behind a kept word. */
  public static Visibility of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
