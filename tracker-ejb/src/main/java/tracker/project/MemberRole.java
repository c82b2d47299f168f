package tracker.project;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a member may do in a project: see; work; run it. */
public enum MemberRole {
  @JsonProperty("viewer")
  VIEWER,
  @JsonProperty("member")
  MEMBER,
  @JsonProperty("manager")
  MANAGER;

  /** The public word, e.g. {@code manager}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The constant behind a kept word. */
  public static MemberRole of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The same; null for null. */
  public static @Nullable MemberRole ofNullable(@Nullable String word) {
    return word == null ? null : of(word);
  }
}
