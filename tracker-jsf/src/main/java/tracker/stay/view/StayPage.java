package tracker.stay.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.booking.BookingChange;
import tracker.booking.BookingProblem;
import tracker.booking.BookingView;
import tracker.booking.Bookings;
import tracker.hotel.RoomView;
import tracker.hotel.Rooms;
import tracker.shared.Ids;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.view.Asked;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;
import tracker.stay.Stays;
import tracker.work.TaskName;
import tracker.work.Tasks;

/** One booking: what it is, what it is for, and changing it. */
@Named("stayPage")
@RequestScoped
public class StayPage {
  @Inject private Bookings bookings;
  @Inject private Rooms rooms;
  @Inject private Stays stays;
  @Inject private Tasks tasks;
  @Inject private Trips trips;
  @Inject private Asked asked;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable BookingView booking;
  private @Nullable UUID room;
  private @Nullable LocalDate checkIn;
  private @Nullable LocalDate checkOut;
  private @Nullable Integer guests;
  private @Nullable String note;
  private @Nullable String task;

  public BookingView getBooking() {
    if (booking == null) {
      booking = bookings.one(id());
    }
    return booking;
  }

  private UUID id() {
    UUID id = Ids.parse(asked.key());
    if (id == null) {
      throw Problem.of(BookingProblem.BOOKING_NOT_FOUND);
    }
    return id;
  }

  /** What it is for; null where the reader does not see that. */
  public @Nullable TaskName getTrip() {
    return trips.task(getBooking().taskId());
  }

  /** The tasks about it, such as the cleaning after it. */
  public List<TaskName> getTasks() {
    return stays.aboutBooking(id());
  }

  /** Where it may move to. */
  public List<RoomView> getRooms() {
    return rooms.list(null, getBooking().hotelId(), PageAsk.first(PageAsk.MAX_LIMIT)).items();
  }

  /** Saves what the form says. */
  public void save() {
    BookingView now =
        bookings.change(
            id(),
            new BookingChange(
                Optional.of(Asked.needed("room_id", room)),
                Optional.of(Asked.needed("check_in", checkIn)),
                Optional.of(Asked.needed("check_out", checkOut)),
                Optional.of(Asked.needed("guests", guests)),
                Optional.ofNullable(note),
                wantedTask()),
            asked.number("version"));
    toasts.done(words.say("lodging.changed", now.hotelName() + ", " + now.roomNumber()));
    shell.again();
  }

  // a task that the reader does not see stays what it was, for the form could not show it
  private @Nullable Optional<UUID> wantedTask() {
    if (task != null && !task.isBlank()) {
      return Optional.of(
          tasks
              .maybeReach(task.strip())
              .orElseThrow(() -> Problem.invalid("task_id", "invalid.task_unknown"))
              .id());
    }
    return getTrip() == null ? null : Optional.empty();
  }

  public @Nullable UUID getRoom() {
    return room == null ? getBooking().roomId() : room;
  }

  public void setRoom(@Nullable UUID room) {
    this.room = room;
  }

  public @Nullable LocalDate getCheckIn() {
    return checkIn == null ? getBooking().checkIn() : checkIn;
  }

  public void setCheckIn(@Nullable LocalDate checkIn) {
    this.checkIn = checkIn;
  }

  public @Nullable LocalDate getCheckOut() {
    return checkOut == null ? getBooking().checkOut() : checkOut;
  }

  public void setCheckOut(@Nullable LocalDate checkOut) {
    this.checkOut = checkOut;
  }

  public @Nullable Integer getGuests() {
    return guests == null ? Integer.valueOf(getBooking().guests()) : guests;
  }

  public void setGuests(@Nullable Integer guests) {
    this.guests = guests;
  }

  public @Nullable String getNote() {
    return note == null ? getBooking().note() : note;
  }

  public void setNote(@Nullable String note) {
    this.note = note;
  }

  /** The key of the task that it is for. */
  public @Nullable String getTask() {
    TaskName trip = getTrip();
    return task == null && trip != null ? trip.key() : task;
  }

  public void setTask(@Nullable String task) {
    this.task = task;
  }
}
