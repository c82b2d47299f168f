package tracker.search;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where what was asked for stands. */
public enum Where {
  @JsonProperty("key")
  KEY,
  @JsonProperty("title")
  TITLE,
  @JsonProperty("description")
  DESCRIPTION,
  @JsonProperty("comment")
  COMMENT,
  @JsonProperty("file")
  FILE;

  /** The public word, e.g. {@code title}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
