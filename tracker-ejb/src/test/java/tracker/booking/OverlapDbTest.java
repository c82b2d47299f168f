package tracker.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tracker.shared.Ids;
import tracker.shared.OnePostgres;
import tracker.shared.Sql;
import tracker.shared.SqlFailure;

/** The database itself gives no night of a room twice, whoever writes. */
class OverlapDbTest {
  private static final int TRIES = 400;
  private static final LocalDate START = LocalDate.parse("2028-02-20");

  private final Sql sql = OnePostgres.sql();
  private final UUID room = Ids.next();

  private boolean takes(Nights nights, String status) {
    try {
      sql.change(
          "insert into booking.booking (id, room_id, hotel_id, check_in, check_out, guests, status,"
              + " price_total, price_currency, created_by, created_at, updated_at, version)"
              + " values (?, ?, ?, ?, ?, 1, ?, 1, 'EUR', ?, now(), now(), 1)",
          Ids.next(),
          room,
          room,
          nights.from(),
          nights.to(),
          status,
          room);
      return true;
    } catch (SqlFailure e) {
      assertTrue(e.isOverlap(), e::toString);
      return false;
    }
  }

  @Test
  void random_stays_are_taken_exactly_while_their_nights_are_free() {
    Random random = new Random(11);
    Set<LocalDate> taken = new HashSet<>();
    String[] words = {"requested", "confirmed", "checked_in", "checked_out", "canceled"};
    int refused = 0;
    for (int i = 0; i < TRIES; i++) {
      LocalDate from = START.plusDays(random.nextInt(400));
      Nights nights = new Nights(from, from.plusDays(1 + random.nextInt(6)));
      Set<LocalDate> each = nights.from().datesUntil(nights.to()).collect(Collectors.toSet());
      String status = words[random.nextInt(words.length)];
      boolean holds = BookingStatus.of(status).isHolding();
      boolean free = !holds || each.stream().noneMatch(taken::contains);
      assertEquals(free, takes(nights, status), nights + " " + status);
      if (free && holds) {
        taken.addAll(each);
      }
      refused += free ? 0 : 1;
    }
    assertTrue(refused > TRIES / 10 && refused < TRIES, refused + " refused");
  }
}
