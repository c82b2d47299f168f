package tracker.booking;

import java.time.LocalDate;
import java.util.Objects;
import tracker.hotel.HotelView;
import tracker.hotel.RoomView;
import tracker.shared.Problem;

/**
 * What a hotel asks of a stay.
 *
 * @param today the day that it is in the hotel
 */
record HouseRules(HotelView hotel, LocalDate today) {
  private static final int LONGEST = 365;
  private static final int YEARS_AHEAD = 5;

  /** Refuses reversed and past days, and stays that are too long or too far away. */
  void checkNights(Nights nights) {
    if (!nights.from().isBefore(nights.to())) {
      throw Problem.invalid("check_out", "invalid.check_out");
    }
    if (nights.from().isBefore(today)) {
      throw Problem.invalid("check_in", "invalid.check_in_past", today.toString());
    }
    checkLength(nights);
  }

  /** Refuses stays that are too long or too far away. */
  void checkLength(Nights nights) {
    int longest = Objects.requireNonNullElse(hotel.longestStay(), LONGEST);
    if (nights.count() > longest) {
      throw Problem.invalid("check_out", "invalid.longest_stay", longest);
    }
    if (nights.to().isAfter(today.plusYears(YEARS_AHEAD))) {
      throw Problem.invalid("check_out", "invalid.check_out_far", YEARS_AHEAD);
    }
  }

  /** Refuses more guests than the room sleeps. */
  void checkGuests(RoomView room, int guests) {
    if (guests > room.capacity()) {
      throw Problem.invalid("guests", "invalid.guests_room", room.capacity());
    }
  }

  /** Refuses guests who want otherwise after the last day on which they may. */
  void checkFree(LocalDate checkIn) {
    LocalDate last = checkIn.minusDays(hotel.freeCancelDays());
    if (today.isAfter(last)) {
      throw Problem.of(BookingProblem.BOOKING_TOO_LATE, last.toString());
    }
  }
}
