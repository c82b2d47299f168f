package tracker.identity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The role of an account in the whole instance. */
public enum Role {
  @JsonProperty("user")
  USER,
  @JsonProperty("admin")
  ADMIN
}
