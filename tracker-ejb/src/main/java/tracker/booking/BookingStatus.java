package tracker.booking;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tracker.shared.Problem;

/** How far a booking is. */
public enum BookingStatus {
  /** Holds the room until the hotel has looked at it. */
  @JsonProperty("requested")
  REQUESTED,
  @JsonProperty("confirmed")
  CONFIRMED,
  @JsonProperty("checked_in")
  CHECKED_IN,
  @JsonProperty("checked_out")
  CHECKED_OUT,
  @JsonProperty("canceled")
  CANCELED;

  private static final Set<BookingStatus> HOLDING = Set.of(REQUESTED, CONFIRMED, CHECKED_IN);

  /** In SQL, for rows of {@code booking.booking}: whether it keeps others out of the room. */
  static final String HOLDS =
      "deleted_at is null and status in ('requested', 'confirmed', 'checked_in')";

  /** Its public word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one with this word; 422 for others. */
  public static BookingStatus of(@Nullable String word) {
    for (BookingStatus one : values()) {
      if (one.word().equals(word)) {
        return one;
      }
    }
    throw Problem.invalid(
        "status", "invalid.word", "requested, confirmed, checked_in, checked_out, canceled");
  }

  /** Whether it keeps others out of the room. */
  boolean isHolding() {
    return HOLDING.contains(this);
  }
}
