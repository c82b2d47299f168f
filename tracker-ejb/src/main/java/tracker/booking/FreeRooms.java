package tracker.booking;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import tracker.hotel.RoomView;
import tracker.shared.Clock;
import tracker.shared.Listing;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Sql;

/** Finds rooms that are free. */
@Dependent
class FreeRooms {
  private static final String OBJECT =
      "to_jsonb(t) - 'deleted_at' || jsonb_build_object('hotel_name', h.name)";
  private static final String FROM = "hotel.room t join hotel.hotel h on h.id = t.hotel_id";
  private static final Listing.Order CHEAPEST =
      new Listing.Order("t.price_amount", "t.id", true, BigDecimal::new);
  private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

  // what holds a room does not overlap, so the first that ends later is the only one to look at
  private static final String FREE =
      "coalesce((select b.check_in >= ? from booking.booking b where b.room_id = t.id"
          + " and b.deleted_at is null and b.status in ('requested', 'confirmed', 'checked_in')"
          + " and b.check_out > ? order by b.check_out limit 1), true)";
  private static final String OPEN =
      "not exists (select 1 from booking.closure c where c.room_id = t.id)";

  private final Sql sql;
  private final Clock clock;

  @Inject
  FreeRooms(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  Page<FreeRoom> page(FreeAsk ask, PageAsk part) {
    Nights nights = new Nights(ask.checkIn(), ask.checkOut());
    if (nights.count() < 1) {
      throw Problem.invalid("check_out", "invalid.check_out");
    }
    // a day that is over everywhere
    LocalDate today = LocalDate.ofInstant(clock.now(), LAST_ZONE);
    if (nights.from().isBefore(today)) {
      throw Problem.invalid("check_in", "invalid.check_in_past", today.toString());
    }
    Listing list =
        new Listing(OBJECT, FROM)
            .with("t.deleted_at is null")
            .where("h.city_id = ?", ask.city())
            .where("h.id = ?", ask.hotel())
            .with("t.capacity >= ?", ask.guests())
            .with("coalesce(h.longest_stay, 365) >= ?", nights.count())
            .with(
                "(?::timestamptz at time zone h.time_zone)::date <= ?", clock.now(), nights.from())
            .with(OPEN)
            .with(FREE, nights.to(), nights.from());
    for (UUID one : ask.amenities()) {
      list.with("(t.amenity_ids || h.amenity_ids) @> array[?::uuid]", one);
    }
    return list.page(sql, RoomView.class, CHEAPEST, part).map(room -> FreeRoom.of(room, nights));
  }
}
