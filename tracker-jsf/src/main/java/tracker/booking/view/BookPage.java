package tracker.booking.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import tracker.booking.BookingStatus;
import tracker.booking.BookingView;
import tracker.booking.Bookings;
import tracker.booking.NewBooking;
import tracker.hotel.RoomView;
import tracker.hotel.Rooms;
import tracker.shared.Ids;
import tracker.shared.view.Asked;
import tracker.shared.view.Days;
import tracker.shared.view.Money;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/** The dialog in which a room is booked. */
@Named("book")
@RequestScoped
public class BookPage {
  private static final int FAR = 400;

  @Inject private Bookings bookings;
  @Inject private Rooms rooms;
  @Inject private Asked asked;
  @Inject private Days days;
  @Inject private Money money;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable UUID room;
  private @Nullable LocalDate checkIn;
  private @Nullable LocalDate checkOut;
  private @Nullable Integer guests;
  private @Nullable String note;

  /** Books it, and says so where the reader stays. */
  public void create() {
    BookingView made =
        bookings.create(
            new NewBooking(
                Asked.needed("room_id", room),
                Asked.needed("check_in", checkIn),
                Asked.needed("check_out", checkOut),
                guests,
                note,
                Ids.parse(asked.textOrNull("task"))));
    toasts.done(
        words.say(
            made.status() == BookingStatus.REQUESTED ? "lodging.asked" : "lodging.booked",
            made.hotelName() + ", " + made.roomNumber(),
            days.span(made.checkIn(), made.checkOut())));
    if (asked.textOrNull("stay") == null) {
      shell.go("/bookings");
    } else {
      shell.again();
    }
  }

  /** Tells the browser what the chosen nights cost; nothing where they are none. */
  public void price() {
    UUID id = Ids.parse(asked.textOrNull("room"));
    LocalDate from = asked.dayOrNull("from");
    LocalDate to = asked.dayOrNull("to");
    String told = "";
    if (id != null
        && from != null
        && to != null
        && from.isBefore(to)
        && !from.plusDays(FAR).isBefore(to)) {
      RoomView found = rooms.one(id);
      long nights = ChronoUnit.DAYS.between(from, to);
      told =
          words.count("lodging.nights", nights)
              + " · "
              + money.of(found.price(from, to), found.priceCurrency());
    }
    PrimeFaces.current().ajax().addCallbackParam("price", told);
  }

  public @Nullable UUID getRoom() {
    return room;
  }

  public void setRoom(@Nullable UUID room) {
    this.room = room;
  }

  public @Nullable LocalDate getCheckIn() {
    return checkIn;
  }

  public void setCheckIn(@Nullable LocalDate checkIn) {
    this.checkIn = checkIn;
  }

  public @Nullable LocalDate getCheckOut() {
    return checkOut;
  }

  public void setCheckOut(@Nullable LocalDate checkOut) {
    this.checkOut = checkOut;
  }

  public @Nullable Integer getGuests() {
    return guests;
  }

  public void setGuests(@Nullable Integer guests) {
    this.guests = guests;
  }

  public @Nullable String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note;
  }
}
