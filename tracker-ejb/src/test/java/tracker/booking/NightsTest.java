package tracker.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tracker.hotel.DatedPrice;
import tracker.hotel.RoomView;

/** Ranges of nights agree with a set of single nights. */
class NightsTest {
  private static final LocalDate START = LocalDate.parse("2027-02-20");
  private static final int TRIES = 5_000;

  private final Random random = new Random(7);

  private Nights some() {
    LocalDate from = START.plusDays(random.nextInt(20));
    return new Nights(from, from.plusDays(1 + random.nextInt(10)));
  }

  private static Set<LocalDate> each(Nights nights) {
    return nights.from().datesUntil(nights.to()).collect(Collectors.toSet());
  }

  @Test
  void two_stays_meet_exactly_where_they_share_a_night() {
    for (int i = 0; i < TRIES; i++) {
      Nights one = some();
      Nights other = some();
      boolean share = !Collections.disjoint(each(one), each(other));
      assertEquals(share, one.meets(other), one + " " + other);
      assertEquals(share, other.meets(one), one + " " + other);
      assertEquals(each(one).size(), one.count());
    }
  }

  @Test
  void a_stay_costs_what_its_nights_cost_one_by_one() {
    for (int i = 0; i < TRIES; i++) {
      Nights high = some();
      DatedPrice dated =
          new DatedPrice(high.from(), high.to().minusDays(1), new BigDecimal("19.99"));
      Nights stay = some();
      long dear = each(stay).stream().filter(each(high)::contains).count();
      BigDecimal expected =
          new BigDecimal("19.99")
              .multiply(BigDecimal.valueOf(dear))
              .add(BigDecimal.TEN.multiply(BigDecimal.valueOf(stay.count() - dear)));
      assertEquals(
          0, expected.compareTo(room(dated).price(stay.from(), stay.to())), stay + " " + high);
    }
  }

  private static RoomView room(DatedPrice price) {
    UUID id = new UUID(0, 1);
    return new RoomView(
        id,
        id,
        "",
        "1",
        2,
        BigDecimal.TEN,
        "EUR",
        List.of(),
        List.of(price),
        id,
        Instant.EPOCH,
        Instant.EPOCH,
        1);
  }
}
