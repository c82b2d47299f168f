package tracker.booking;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tracker.hotel.HotelView;
import tracker.shared.Problem;

class HouseRulesTest {
  private static final Instant NOON = Instant.parse("2027-03-10T12:00:00Z");

  private static HouseRules rules(String zone, @Nullable Integer longest, int freeDays) {
    UUID id = new UUID(0, 1);
    HotelView hotel =
        new HotelView(
            id, "", id, "", "", null, null, List.of(), zone, longest, false, freeDays, List.of(),
            null, false, id, NOON, NOON, 1);
    return new HouseRules(hotel, hotel.today(NOON));
  }

  private static Nights nights(String from, String to) {
    return new Nights(LocalDate.parse(from), LocalDate.parse(to));
  }

  private static void refuses(HouseRules rules, Nights nights, String field) {
    Problem problem = assertThrows(Problem.class, () -> rules.checkNights(nights));
    assertTrue(problem.fields().containsKey(field), problem.fields()::toString);
  }

  @Test
  void today_is_the_day_in_the_hotel() {
    Nights tenth = nights("2027-03-10", "2027-03-11");
    assertDoesNotThrow(() -> rules("UTC", null, 0).checkNights(tenth));
    assertDoesNotThrow(() -> rules("Pacific/Honolulu", null, 0).checkNights(tenth));
    refuses(rules("Pacific/Kiritimati", null, 0), tenth, "check_in");
  }

  @Test
  void reversed_empty_long_and_far_stays_are_refused() {
    HouseRules rules = rules("UTC", 3, 0);
    refuses(rules, nights("2027-03-12", "2027-03-12"), "check_out");
    refuses(rules, nights("2027-03-12", "2027-03-11"), "check_out");
    refuses(rules, nights("2027-03-12", "2027-03-16"), "check_out");
    assertDoesNotThrow(() -> rules.checkNights(nights("2027-03-12", "2027-03-15")));
    refuses(rules, nights("2032-03-10", "2032-03-11"), "check_out");
    refuses(rules("UTC", null, 0), nights("2027-03-12", "2028-03-12"), "check_out");
  }

  @Test
  void guests_may_change_until_so_many_days_before() {
    LocalDate arrival = LocalDate.parse("2027-03-15");
    assertDoesNotThrow(() -> rules("UTC", null, 5).checkFree(arrival));
    Problem late = assertThrows(Problem.class, () -> rules("UTC", null, 6).checkFree(arrival));
    assertEquals(BookingProblem.BOOKING_TOO_LATE, late.code());
    assertEquals(List.of("2027-03-09"), late.text().args());
    assertDoesNotThrow(() -> rules("UTC", null, 0).checkFree(LocalDate.parse("2027-03-10")));
  }
}
