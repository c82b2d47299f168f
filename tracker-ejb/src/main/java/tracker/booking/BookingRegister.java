package tracker.booking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.hotel.HotelView;
import tracker.hotel.Hotels;
import tracker.hotel.Rooms;
import tracker.identity.Accounts;
import tracker.identity.Caller;
import tracker.journal.Register;
import tracker.shared.Clock;
import tracker.shared.Json;
import tracker.shared.Problem;
import tracker.shared.Sql;

/** The register of bookings: whatever is written, no room is given twice or while it is closed. */
@Dependent
class BookingRegister extends Register {
  static final String ENTITY = "booking";
  static final String OBJECT =
      "to_jsonb(t) - 'deleted_at' || jsonb_build_object('room_number', r.number, 'hotel_name',"
          + " h.name, 'nights', t.check_out - t.check_in)";
  static final String FROM =
      "booking.booking t join hotel.room r on r.id = t.room_id"
          + " join hotel.hotel h on h.id = t.hotel_id";

  @EJB private Hotels hotels;
  @EJB private Rooms rooms;
  @EJB private Closures closures;
  @EJB private Accounts accounts;
  @Inject private Event<RoomClosed> closed;
  @Inject private Caller caller;
  @Inject private Clock clock;
  @Inject private Sql sql;

  @Override
  public String entity() {
    return ENTITY;
  }

  @Override
  protected String table() {
    return "booking.booking";
  }

  @Override
  protected List<String> fields() {
    return List.of(
        "room_id",
        "hotel_id",
        "check_in",
        "check_out",
        "guests",
        "note",
        "task_id",
        "status",
        "price_total",
        "price_currency");
  }

  @Override
  protected void check(@Nullable ObjectNode before, ObjectNode after) {
    if (!status(after).isHolding()) {
      return;
    }
    UUID room = id(after, "room_id");
    boolean here =
        before != null && status(before).isHolding() && room.equals(id(before, "room_id"));
    if (before != null && here && nights(after).equals(nights(before))) {
      return;
    }
    closures.alone(room);
    if (!here) {
      checkOpen(room);
    }
    checkFree(after, room);
  }

  private void checkOpen(UUID room) {
    List<UUID> tasks = closures.of(room);
    if (!tasks.isEmpty()) {
      String number = rooms.held(room).map(one -> one.number()).orElse("");
      closed.fire(new RoomClosed(number, tasks));
      throw Problem.of(BookingProblem.ROOM_OUT_OF_SERVICE, number);
    }
  }

  private record Other(UUID whose, Nights nights) {}

  private void checkFree(ObjectNode row, UUID room) {
    Nights nights = nights(row);
    Optional<Other> found =
        sql.first(
            "select created_by, check_in, check_out from booking.booking where room_id = ? and "
                + BookingStatus.HOLDS
                + " and daterange(check_in, check_out) && daterange(?, ?) and id <> ?"
                + " order by check_in limit 1",
            other ->
                new Other(
                    other.getObject(1, UUID.class),
                    new Nights(
                        other.getObject(2, LocalDate.class), other.getObject(3, LocalDate.class))),
            room,
            nights.from(),
            nights.to(),
            id(row));
    if (found.isPresent()) {
      throw overlap(found.get(), hotels.one(id(row, "hotel_id")));
    }
  }

  // when is told to all, for free rooms tell it too; who only to those who may know
  private Problem overlap(Other other, HotelView hotel) {
    String from = other.nights().from().toString();
    String to = other.nights().to().toString();
    Problem problem = Problem.of(BookingProblem.BOOKING_OVERLAP, from, to);
    if (hotel.isRunBy(caller) || other.whose().equals(caller.id())) {
      String name = accounts.names(List.of(other.whose())).getOrDefault(other.whose(), "");
      problem.field("room_id", "invalid.booked_by", name, from, to);
    }
    return problem;
  }

  @Override
  protected void checkUnused(ObjectNode row) {
    // nothing needs a booking
  }

  @Override
  protected boolean mayUndo(ObjectNode row) {
    HotelView hotel = hotels.one(id(row, "hotel_id"));
    if (hotel.isRunBy(caller)) {
      return true;
    }
    LocalDate last = nights(row).from().minusDays(hotel.freeCancelDays());
    return caller.id().equals(id(row, "created_by")) && !hotel.today(clock.now()).isAfter(last);
  }

  @Override
  protected Problem unknown() {
    return Problem.of(BookingProblem.BOOKING_NOT_FOUND);
  }

  @Override
  protected Problem taken(ObjectNode row) {
    Nights nights = nights(row);
    return Problem.of(
        BookingProblem.BOOKING_OVERLAP, nights.from().toString(), nights.to().toString());
  }

  /** What the caller sees; 404 for what is not theirs to see. */
  @Override
  protected BookingView view(UUID id) {
    List<Object> args = new ArrayList<>(List.of(id));
    String seen = BookingsSeen.rows(caller, "t", args);
    return sql.first(
            "select ("
                + OBJECT
                + ")::text from "
                + FROM
                + " where t.id = ? and t.deleted_at is null and "
                + seen,
            row -> Json.read(row.getString(1), BookingView.class),
            args.toArray())
        .orElseThrow(this::unknown);
  }

  static BookingStatus status(ObjectNode row) {
    return BookingStatus.valueOf(row.path("status").asText().toUpperCase(Locale.ROOT));
  }

  static Nights nights(ObjectNode row) {
    return new Nights(
        LocalDate.parse(row.path("check_in").asText()),
        LocalDate.parse(row.path("check_out").asText()));
  }
}
