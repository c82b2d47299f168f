package tracker.stay;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.UUID;
import tracker.booking.BookingAsk;
import tracker.booking.BookingView;
import tracker.booking.Bookings;
import tracker.booking.Closures;
import tracker.hotel.Rooms;
import tracker.identity.Allowed;
import tracker.identity.Right;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.work.TaskName;
import tracker.work.Tasks;

/** The door to bookings of tasks, and to tasks of bookings and rooms. */
@Stateless
public class Stays {
  private static final int MOST = 200;

  @EJB private Bookings bookings;
  @EJB private Closures closures;
  @EJB private Rooms rooms;
  @EJB private Tasks tasks;

  /** The bookings that are for a task, of those that the caller sees. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.PROJECT_VIEW)
  public Page<BookingView> ofTask(String task, PageAsk ask) {
    return bookings.list(BookingAsk.of(tasks.reach(task).id()), ask);
  }

  /** The newest tasks about a booking, of those that the caller sees. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public List<TaskName> aboutBooking(UUID booking) {
    return tasks.about(Things.booking(bookings.one(booking).id()), MOST);
  }

  /** The newest tasks about a room, of those that the caller sees. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public List<TaskName> aboutRoom(UUID room) {
    return tasks.about(Things.room(rooms.one(room).id()), MOST);
  }

  /** The tasks that keep a room from being booked, of those that the caller sees. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public List<TaskName> closing(UUID room) {
    List<UUID> ids = closures.of(rooms.one(room).id());
    return List.copyOf(tasks.names(ids).values());
  }
}
