package tracker.hotel;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A room.
 *
 * @param capacity how many sleep in it
 * @param priceAmount what a night costs
 * @param prices nights that cost otherwise
 */
public record RoomView(
    UUID id,
    UUID hotelId,
    String hotelName,
    String number,
    int capacity,
    BigDecimal priceAmount,
    String priceCurrency,
    List<UUID> amenityIds,
    List<DatedPrice> prices,
    UUID createdBy,
    Instant createdAt,
    Instant updatedAt,
    long version) {
  /** What the nights from one day to another cost together. */
  public BigDecimal price(LocalDate from, LocalDate to) {
    return from.datesUntil(to).map(this::price).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal price(LocalDate night) {
    return prices.stream()
        .filter(one -> one.covers(night))
        .map(DatedPrice::amount)
        .findFirst()
        .orElse(priceAmount);
  }
}
