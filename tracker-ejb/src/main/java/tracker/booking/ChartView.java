package tracker.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.hotel.HotelView;
import tracker.hotel.RoomView;

/**
 * The rooms of a hotel and who has them on some days.
 *
 * @param from the first day
 * @param to the day after the last one
 * @param run whether the caller runs the hotel, and so sees whose bookings these are
 * @param rows in the order of their numbers
 */
public record ChartView(
    HotelView hotel, LocalDate from, LocalDate to, boolean run, List<Row> rows) {
  /**
   * A room.
   *
   * @param taken bookings of these days, the first arrival first
   * @param closedBy tasks that keep it from being booked
   */
  public record Row(RoomView room, List<Taken> taken, List<UUID> closedBy) {}

  /**
   * Nights that somebody has.
   *
   * @param id null where the caller does not see the booking, only that there is one; then nothing
   *     but the days is told
   */
  public record Taken(
      @Nullable UUID id,
      LocalDate checkIn,
      LocalDate checkOut,
      @Nullable BookingStatus status,
      int guests,
      @Nullable String note,
      @Nullable UUID taskId,
      @Nullable UUID whose,
      long version) {
    static Taken bySomebody(LocalDate checkIn, LocalDate checkOut) {
      return new Taken(null, checkIn, checkOut, null, 0, null, null, null, 0);
    }
  }
}
