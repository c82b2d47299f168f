package tracker.work;

import com.fasterxml.jackson.annotation.JsonProperty;

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
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
