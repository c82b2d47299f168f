package tracker.booking;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import tracker.hotel.RoomView;

/**
 * A room that is free for some nights.
 *
 * @param priceTotal what they cost together
 */
public record FreeRoom(
    UUID id,
    UUID hotelId,
    String hotelName,
    String number,
    int capacity,
    List<UUID> amenityIds,
    BigDecimal priceAmount,
    String priceCurrency,
    int nights,
    BigDecimal priceTotal) {
  static FreeRoom of(RoomView room, Nights nights) {
    return new FreeRoom(
        room.id(),
        room.hotelId(),
        room.hotelName(),
        room.number(),
        room.capacity(),
        room.amenityIds(),
        room.priceAmount(),
        room.priceCurrency(),
        (int) nights.count(),
        room.price(nights.from(), nights.to()));
  }
}
