package tracker.booking;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Nights in a row.
 *
 * @param from the day of the first one
 * @param to the day after the last one, which begins free for somebody else
 */
record Nights(LocalDate from, LocalDate to) {
  long count() {
    return ChronoUnit.DAYS.between(from, to);
  }

  /** Whether some night is in both. */
  boolean meets(Nights other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }
}
