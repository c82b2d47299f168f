package tracker.image;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a picture is. */
public enum ImageStatus {
  @JsonProperty("processing")
  PROCESSING,
  @JsonProperty("ready")
  READY,
  /** It cannot be read, or is too large unpacked. */
  @JsonProperty("failed")
  FAILED
}
