package tracker.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import tracker.hotel.HotelProblem;
import tracker.hotel.RoomLeaves;
import tracker.shared.Problem;
import tracker.shared.Sql;

/** A room that somebody has booked stays. */
@ApplicationScoped
class RoomsKept {
  @Inject private Sql sql;

  void leaves(@Observes RoomLeaves event) {
    boolean booked =
        sql.first(
                "select true from booking.booking where room_id = ? and deleted_at is null"
                    + " and status <> 'canceled' limit 1",
                row -> true,
                event.roomId())
            .isPresent();
    if (booked) {
      throw Problem.of(HotelProblem.ROOM_IN_USE, event.number());
    }
  }
}
