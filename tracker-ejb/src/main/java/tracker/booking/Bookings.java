package tracker.booking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.hotel.HotelView;
import tracker.hotel.Hotels;
import tracker.hotel.RoomView;
import tracker.hotel.Rooms;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.journal.Given;
import tracker.journal.HistoryEntry;
import tracker.journal.Journal;
import tracker.shared.Clock;
import tracker.shared.Json;
import tracker.shared.Listing;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Sql;

/**
 * The door to bookings. Others' look unknown (404 BOOKING_NOT_FOUND), but to those who run the
 * hotel, who are called its staff here.
 */
@Stateless
public class Bookings {
  private static final Listing.Order BY_DAY =
      new Listing.Order("t.check_in", "t.id", false, LocalDate::parse);
  private static final Set<BookingStatus> OPEN =
      Set.of(BookingStatus.REQUESTED, BookingStatus.CONFIRMED);

  @Inject private BookingRegister register;
  @EJB private Hotels hotels;
  @EJB private Rooms rooms;
  @EJB private Journal journal;
  @Inject private Event<TaskNamed> named;
  @Inject private Event<CheckedOut> checkedOut;
  @Inject private Caller caller;
  @Inject private Clock clock;
  @Inject private Sql sql;

  /** Those that the caller sees, the latest stay first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public Page<BookingView> list(BookingAsk ask, PageAsk part) {
    List<Object> seen = new ArrayList<>();
    Listing list =
        new Listing(BookingRegister.OBJECT, BookingRegister.FROM)
            .with("t.deleted_at is null")
            .where("t.room_id = ?", ask.room())
            .where("t.hotel_id = ?", ask.hotel())
            .where("t.task_id = ?", ask.task())
            .where("t.check_out > ?", ask.from())
            .where("t.check_in < ?", ask.to())
            .where("t.created_by = ?", ask.mine() ? caller.id() : null)
            .with(BookingsSeen.rows(caller, "t", seen), seen.toArray());
    if (!ask.status().isEmpty()) {
      list.with("t.status = any(?)", ask.status());
    }
    return list.page(sql, BookingView.class, BY_DAY, part);
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public BookingView one(UUID id) {
    return register.view(id);
  }

  /** Books a room for the caller; where the hotel looks first, it holds the room until then. */
  @Allowed(Right.SIGNED_IN)
  public BookingView create(@Valid NewBooking wanted) {
    ObjectNode row = Given.by(wanted);
    int guests = wanted.guests() == null ? 1 : wanted.guests();
    row.put("guests", guests);
    RoomView room = room(wanted.roomId());
    HotelView hotel = hotels.one(room.hotelId());
    Nights nights = new Nights(wanted.checkIn(), wanted.checkOut());
    rules(hotel).checkNights(nights);
    rules(hotel).checkGuests(room, guests);
    name(wanted.taskId());
    settle(row, room, nights);
    boolean ask = hotel.approval() && !hotel.isRunBy(caller);
    row.put("status", (ask ? BookingStatus.REQUESTED : BookingStatus.CONFIRMED).word());
    return register.view(register.add(row));
  }

  /**
   * Changes it. Room, days and guests while it is open, of a stay that runs all but the first day;
   * by guests as long as they may cancel, and where the hotel looks first it does so again.
   */
  @Allowed(Right.SIGNED_IN)
  public BookingView change(UUID id, @Valid BookingChange change, @Nullable Long ifVersion) {
    BookingView old = register.view(id);
    ObjectNode row = register.locked(id, ifVersion);
    ObjectNode given = Given.by(change);
    Given.required(row.deepCopy().setAll(given), "room_id", "check_in", "check_out", "guests");
    if (change.taskId() != null) {
      name(change.taskId().orElse(null));
    }
    ObjectNode after = row.deepCopy();
    after.setAll(given);
    boolean moved = isMoved(row, after);
    if (moved) {
      given.setAll(move(old, row, after));
    }
    register.change(row, given);
    return register.view(id);
  }

  private static boolean isMoved(ObjectNode row, ObjectNode after) {
    return !BookingRegister.nights(row).equals(BookingRegister.nights(after))
        || !row.path("room_id").equals(after.path("room_id"))
        || row.path("guests").asInt() != after.path("guests").asInt();
  }

  /** What follows from another room, other days, or more guests. */
  private ObjectNode move(BookingView old, ObjectNode row, ObjectNode after) {
    BookingStatus status = BookingRegister.status(row);
    Nights nights = BookingRegister.nights(after);
    Nights before = BookingRegister.nights(row);
    boolean arrives = !nights.from().equals(before.from());
    if (!OPEN.contains(status) && (status != BookingStatus.CHECKED_IN || arrives)) {
      throw Problem.of(BookingProblem.BOOKING_STATUS, status.word());
    }
    RoomView room = room(UUID.fromString(after.path("room_id").asText()));
    HotelView hotel = hotels.one(old.hotelId());
    if (!room.hotelId().equals(hotel.id())) {
      throw Problem.invalid("room_id", "invalid.room_elsewhere");
    }
    HouseRules rules = rules(hotel);
    if (arrives) {
      rules.checkNights(nights);
    } else if (nights.count() < 1) {
      throw Problem.invalid("check_out", "invalid.check_out");
    } else {
      rules.checkLength(nights);
    }
    rules.checkGuests(room, after.path("guests").asInt());
    boolean staff = hotel.isRunBy(caller);
    if (!staff) {
      rules.checkFree(before.from());
    }
    ObjectNode follows = Json.shared().createObjectNode();
    if (!nights.equals(before) || !room.id().equals(old.roomId())) {
      settle(follows, room, nights);
    }
    if (hotel.approval() && !staff && status == BookingStatus.CONFIRMED) {
      follows.put("status", BookingStatus.REQUESTED.word());
    }
    return follows;
  }

  /** The hotel says yes to a request. */
  @Allowed(Right.SIGNED_IN)
  public BookingView confirm(UUID id) {
    hotels.checkRun(register.view(id).hotelId());
    return enter(id, Set.of(BookingStatus.REQUESTED), BookingStatus.CONFIRMED);
  }

  /** Gives the room back; guests as long as the hotel lets them. */
  @Allowed(Right.SIGNED_IN)
  public BookingView cancel(UUID id) {
    checkMayLeave(register.view(id));
    return enter(id, OPEN, BookingStatus.CANCELED);
  }

  /** The guests are there. */
  @Allowed(Right.SIGNED_IN)
  public BookingView checkIn(UUID id) {
    register.view(id);
    return enter(id, Set.of(BookingStatus.CONFIRMED), BookingStatus.CHECKED_IN);
  }

  /** The guests have left; nights that are left over are free for others. */
  @Allowed(Right.SIGNED_IN)
  public BookingView checkOut(UUID id) {
    HotelView hotel = hotels.one(register.view(id).hotelId());
    BookingView left =
        enter(
            id,
            Set.of(BookingStatus.CONFIRMED, BookingStatus.CHECKED_IN),
            BookingStatus.CHECKED_OUT);
    checkedOut.fire(new CheckedOut(left, hotel));
    return left;
  }

  /** Takes it away, under the rules of canceling; undo of the operation brings it back. */
  @Allowed(Right.SIGNED_IN)
  public void delete(UUID id, @Nullable Long ifVersion) {
    BookingView old = register.view(id);
    ObjectNode row = register.locked(id, ifVersion);
    if (BookingRegister.status(row).isHolding()) {
      checkMayLeave(old);
    }
    register.remove(row);
  }

  /** What happened to it, newest first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public Page<HistoryEntry> history(UUID id, PageAsk ask) {
    return journal.history(one(id).id(), ask);
  }

  private BookingView enter(UUID id, Set<BookingStatus> from, BookingStatus to) {
    ObjectNode row = register.locked(id);
    BookingStatus now = BookingRegister.status(row);
    if (!from.contains(now)) {
      throw Problem.of(BookingProblem.BOOKING_STATUS, now.word());
    }
    register.change(row, Json.shared().createObjectNode().put("status", to.word()));
    return register.view(id);
  }

  private void checkMayLeave(BookingView booking) {
    HotelView hotel = hotels.one(booking.hotelId());
    if (!hotel.isRunBy(caller) && booking.status() != BookingStatus.REQUESTED) {
      rules(hotel).checkFree(booking.checkIn());
    }
  }

  private RoomView room(UUID id) {
    return rooms.held(id).orElseThrow(() -> Problem.invalid("room_id", "invalid.no_such"));
  }

  private void name(@Nullable UUID task) {
    if (task != null) {
      named.fire(new TaskNamed(task));
    }
  }

  private HouseRules rules(HotelView hotel) {
    return new HouseRules(hotel, hotel.today(clock.now()));
  }

  private static void settle(ObjectNode row, RoomView room, Nights nights) {
    row.put("hotel_id", room.hotelId().toString());
    row.put("price_total", room.price(nights.from(), nights.to()));
    row.put("price_currency", room.priceCurrency());
  }
}
