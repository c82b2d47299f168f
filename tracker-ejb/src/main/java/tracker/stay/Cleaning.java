package tracker.stay;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import tracker.booking.BookingView;
import tracker.booking.CheckedOut;
import tracker.identity.Caller;
import tracker.shared.Json;
import tracker.shared.Sql;
import tracker.shared.Texts;
import tracker.work.NewTask;
import tracker.work.Ref;
import tracker.work.Tasks;

/** A check-out raises a task to clean the room, where the hotel wants that. */
@ApplicationScoped
class Cleaning {
  static final String TYPE = "cleaning";

  @EJB private Tasks tasks;
  @Inject private Caller caller;
  @Inject private Sql sql;

  void left(@Observes CheckedOut event) {
    UUID project = event.hotel().projectId();
    if (event.hotel().cleaning() && project != null && !isRaised(event.booking())) {
      tasks.raise(task(event.booking()), project);
    }
  }

  // a check-out that was taken back and done again
  private boolean isRaised(BookingView booking) {
    return sql.first(
            "select true from task.task where deleted_at is null and refs <> '[]'"
                + " and refs @> ?::jsonb and type = ? and status in ('todo', 'in_progress') limit 1",
            row -> true,
            Json.write(List.of(Things.booking(booking.id()))),
            TYPE)
        .isPresent();
  }

  private NewTask task(BookingView booking) {
    Texts texts = Texts.in(caller.locale());
    List<Ref> about = List.of(Things.room(booking.roomId()), Things.booking(booking.id()));
    return new NewTask(
        texts.say("stay.clean", booking.roomNumber()),
        texts.say("stay.clean_details", booking.hotelName(), booking.roomNumber()),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        TYPE,
        about);
  }
}
