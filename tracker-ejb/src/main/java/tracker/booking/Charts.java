package tracker.booking;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tracker.hotel.HotelView;
import tracker.hotel.Hotels;
import tracker.hotel.Rooms;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Sql;

/**
 * The door to tape charts: the rooms of a hotel and their nights. That a room is taken is told to
 * all, for free rooms tell it too; by whom only to those who may know.
 */
@Stateless
public class Charts {
  /** So many rooms a chart shows at most. */
  public static final int MOST_ROOMS = 500;

  private static final int MOST_DAYS = 62;
  // no stay is longer, so none that began before reaches into the chart
  private static final int LONGEST_STAY = 366;

  @EJB private Hotels hotels;
  @EJB private Rooms rooms;
  @Inject private Caller caller;
  @Inject private Sql sql;

  private record Placed<T>(UUID room, T what) {}

  /** What there is from one day to another, in as many statements for one room as for hundreds. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public ChartView of(UUID hotel, LocalDate from, LocalDate to) {
    if (!from.isBefore(to) || from.plusDays(MOST_DAYS).isBefore(to)) {
      throw Problem.invalid("to", "invalid.chart_days", MOST_DAYS);
    }
    HotelView in = hotels.one(hotel);
    boolean run = in.isRunBy(caller);
    Map<UUID, List<ChartView.Taken>> taken = byRoom(taken(hotel, from, to, run));
    Map<UUID, List<UUID>> closed = byRoom(closed(hotel));
    List<ChartView.Row> rows =
        rooms.list(null, hotel, PageAsk.first(MOST_ROOMS)).items().stream()
            .sorted((one, other) -> RoomNumbers.ORDER.compare(one.number(), other.number()))
            .map(
                room ->
                    new ChartView.Row(
                        room,
                        taken.getOrDefault(room.id(), List.of()),
                        closed.getOrDefault(room.id(), List.of())))
            .toList();
    return new ChartView(in, from, to, run, rows);
  }

  private List<Placed<ChartView.Taken>> taken(
      UUID hotel, LocalDate from, LocalDate to, boolean run) {
    return sql
        .list(
            "select id, room_id, check_in, check_out, status, guests, note, task_id, created_by,"
                + " version from booking.booking where hotel_id = ? and deleted_at is null"
                + " and status <> 'canceled' and check_in > ? and check_in < ? and check_out > ?"
                + " order by check_in, id",
            row -> placed(row, run),
            hotel,
            from.minusDays(LONGEST_STAY),
            to,
            from)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Placed<ChartView.Taken>> placed(ResultSet row, boolean run) throws SQLException {
    UUID room = row.getObject("room_id", UUID.class);
    LocalDate checkIn = row.getObject("check_in", LocalDate.class);
    LocalDate checkOut = row.getObject("check_out", LocalDate.class);
    BookingStatus status = BookingStatus.of(row.getString("status"));
    UUID whose = row.getObject("created_by", UUID.class);
    if (run || whose.equals(caller.id())) {
      ChartView.Taken seen =
          new ChartView.Taken(
              row.getObject("id", UUID.class),
              checkIn,
              checkOut,
              status,
              row.getInt("guests"),
              row.getString("note"),
              Sql.id(row, "task_id"),
              whose,
              row.getLong("version"));
      return Optional.of(new Placed<>(room, seen));
    }
    return status.isHolding()
        ? Optional.of(new Placed<>(room, ChartView.Taken.bySomebody(checkIn, checkOut)))
        : Optional.empty();
  }

  private List<Placed<UUID>> closed(UUID hotel) {
    return sql.list(
        "select c.room_id, c.task_id from booking.closure c join hotel.room r on r.id = c.room_id"
            + " where r.hotel_id = ? order by c.task_id",
        row -> new Placed<>(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
        hotel);
  }

  private static <T> Map<UUID, List<T>> byRoom(List<Placed<T>> all) {
    Map<UUID, List<T>> found = new HashMap<>();
    for (Placed<T> one : all) {
      found.computeIfAbsent(one.room(), room -> new ArrayList<>()).add(one.what());
    }
    return found;
  }
}
