package tracker.work;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much a task matters. */
public enum Priority {
  @JsonProperty("low")
  LOW,
  @JsonProperty("normal")
  NORMAL,
  @JsonProperty("high")
  HIGH;

  /** The public word, e.g. {@code high}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What has this word. */
  public static Optional<Priority> of(@Nullable String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findAny();
  }
}
