package tracker.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which bookings are asked for; null and empty leave open.
 *
 * @param from only those with a night on this day or later
 * @param to only those with a night before this day
 * @param mine only the caller's own
 */
public record BookingAsk(
    @Nullable UUID room,
    @Nullable UUID hotel,
    @Nullable UUID task,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    List<BookingStatus> status,
    boolean mine) {
  /** The caller's own from one day to another, without canceled ones. */
  public static BookingAsk mine(LocalDate from, LocalDate to) {
    return new BookingAsk(
        null,
        null,
        null,
        from,
        to,
        List.of(
            BookingStatus.REQUESTED,
            BookingStatus.CONFIRMED,
            BookingStatus.CHECKED_IN,
            BookingStatus.CHECKED_OUT),
        true);
  }

  /** Those that are for this task. */
  public static BookingAsk of(UUID task) {
    return new BookingAsk(null, null, task, null, null, List.of(), false);
  }
}
