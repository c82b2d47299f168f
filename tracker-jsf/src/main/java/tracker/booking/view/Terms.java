package tracker.booking.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tracker.booking.BookingStatus;
import tracker.booking.BookingView;
import tracker.booking.Bookings;
import tracker.hotel.HotelView;
import tracker.hotel.Hotels;
import tracker.identity.Caller;
import tracker.shared.Clock;
import tracker.shared.view.Asked;
import tracker.shared.view.Days;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/** What can be done with a booking by its reader, until when, and doing it. */
@Named("terms")
@RequestScoped
public class Terms {
  @Inject private Bookings bookings;
  @Inject private Hotels hotels;
  @Inject private Caller caller;
  @Inject private Clock clock;
  @Inject private Asked asked;
  @Inject private Days days;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private final Map<UUID, HotelView> known = new HashMap<>();

  /** Its hotel, asked for once. */
  public HotelView hotel(BookingView booking) {
    return known.computeIfAbsent(booking.hotelId(), hotels::one);
  }

  /** Whether the reader runs its hotel. */
  public boolean runs(BookingView booking) {
    return hotel(booking).isRunBy(caller);
  }

  /** Whether the reader may say yes to it. */
  public boolean mayConfirm(BookingView booking) {
    return booking.status() == BookingStatus.REQUESTED && runs(booking);
  }

  /** Whether its guests may come now. */
  public boolean mayCheckIn(BookingView booking) {
    return booking.status() == BookingStatus.CONFIRMED
        && !booking.checkIn().isAfter(today(booking));
  }

  /** Whether its guests may leave. */
  public boolean mayCheckOut(BookingView booking) {
    return booking.status() == BookingStatus.CHECKED_IN;
  }

  /** Whether it is still to come. */
  public boolean isOpen(BookingView booking) {
    return booking.status() == BookingStatus.REQUESTED
        || booking.status() == BookingStatus.CONFIRMED;
  }

  /** Whether the reader may give the room back. */
  public boolean mayCancel(BookingView booking) {
    return isOpen(booking)
        && (runs(booking)
            || booking.status() == BookingStatus.REQUESTED
            || !today(booking).isAfter(last(booking)));
  }

  /** Whether the reader may want other days, another room or more guests. */
  public boolean mayMove(BookingView booking) {
    boolean stays = booking.status() == BookingStatus.CHECKED_IN;
    return (isOpen(booking) || stays) && (runs(booking) || !today(booking).isAfter(last(booking)));
  }

  /** Until when guests may change their mind, in words; empty where that is past telling. */
  public String words(BookingView booking) {
    if (!isOpen(booking)) {
      return "";
    }
    LocalDate last = last(booking);
    return words.say(
        today(booking).isAfter(last) ? "lodging.too_late" : "lodging.free_until", days.day(last));
  }

  private LocalDate last(BookingView booking) {
    return booking.checkIn().minusDays(hotel(booking).freeCancelDays());
  }

  private LocalDate today(BookingView booking) {
    return hotel(booking).today(clock.now());
  }

  /** The hotel says yes to the booking that the request names. */
  public void confirm() {
    done("lodging.confirmed", bookings.confirm(asked.id("booking")));
  }

  /** Gives the room of the booking back that the request names. */
  public void cancel() {
    done("lodging.canceled", bookings.cancel(asked.id("booking")));
  }

  /** The guests of the booking that the request names are there. */
  public void checkIn() {
    done("lodging.checked_in", bookings.checkIn(asked.id("booking")));
  }

  /** The guests of the booking that the request names have left. */
  public void checkOut() {
    done("lodging.checked_out", bookings.checkOut(asked.id("booking")));
  }

  private void done(String key, BookingView booking) {
    toasts.done(words.say(key, booking.hotelName() + ", " + booking.roomNumber()));
    shell.again();
  }
}
