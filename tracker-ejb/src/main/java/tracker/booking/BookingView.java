package tracker.booking;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booking.
 *
 * @param checkIn the day of the first night
 * @param checkOut the day after the last night
 * @param taskId the task that it is for
 * @param priceTotal what its nights cost together
 * @param createdBy whose it is
 */
public record BookingView(
    UUID id,
    UUID roomId,
    String roomNumber,
    UUID hotelId,
    String hotelName,
    LocalDate checkIn,
    LocalDate checkOut,
    int nights,
    int guests,
    @Nullable String note,
    @Nullable UUID taskId,
    BookingStatus status,
    BigDecimal priceTotal,
    String priceCurrency,
    UUID createdBy,
    Instant createdAt,
    Instant updatedAt,
    long version) {
  Nights stay() {
    return new Nights(checkIn, checkOut);
  }
}
