package tracker.stay;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.UUID;
import tracker.booking.BookingProblem;
import tracker.booking.RoomClosed;
import tracker.booking.TaskNamed;
import tracker.shared.Problem;
import tracker.work.TaskName;
import tracker.work.Tasks;

/** Says what a booking cannot know: whether a task is seen, and which one closes a room. */
@ApplicationScoped
class Refusals {
  @EJB private Tasks tasks;

  void named(@Observes TaskNamed event) {
    boolean living =
        tasks.maybeReach(event.taskId().toString()).filter(one -> !one.deleted()).isPresent();
    if (!living) {
      throw Problem.invalid("task_id", "invalid.task_unknown");
    }
  }

  /** The first of these tasks that the caller sees says why. */
  void closed(@Observes RoomClosed event) {
    Map<UUID, TaskName> seen = tasks.names(event.taskIds());
    event.taskIds().stream()
        .filter(seen::containsKey)
        .findFirst()
        .map(seen::get)
        .ifPresent(
            task -> {
              throw Problem.of(BookingProblem.ROOM_OUT_OF_SERVICE, event.roomNumber())
                  .field("room_id", "invalid.closed_by", task.key(), task.title());
            });
  }
}
