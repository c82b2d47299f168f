package tracker.work;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who sees a project: its members only, or everybody signed in. */
public enum Visibility {
  @JsonProperty("private")
  PRIVATE,
  @JsonProperty("internal")
  INTERNAL;

  /** The public word, e.g. {@code internal}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
