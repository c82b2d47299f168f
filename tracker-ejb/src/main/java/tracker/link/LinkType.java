package tracker.link;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What one task is to another. */
public enum LinkType {
  /** The other one waits until it is closed. */
  @JsonProperty("blocks")
  BLOCKS,
  /** They have to do with each other; it reads the same from both sides. */
  @JsonProperty("relates")
  RELATES,
  /** It says what the other one said already. */
  @JsonProperty("duplicates")
  DUPLICATES,
  /** It comes first. */
  @JsonProperty("precedes")
  PRECEDES;

  /** Whether it puts tasks into an order, so that a circle would make no sense. */
  public boolean isOrder() {
    return this == BLOCKS || this == PRECEDES;
  }

  /** The public word, e.g. {@code blocks}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static LinkType of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
