package tracker.calendar.view;

import java.time.LocalDate;
import java.util.List;
import tracker.booking.BookingView;
import tracker.work.TaskView;

/**
 * One day of the calendar.
 *
 * @param stays where the reader sleeps in the night that begins on it
 * @param tasks what is due on it, the first due first
 * @param more how much there is besides
 * @param aside whether it belongs to another month than the one that is shown
 */
public record CalendarDay(
    LocalDate date,
    List<BookingView> stays,
    List<TaskView> tasks,
    int more,
    boolean today,
    boolean past,
    boolean aside) {
  /** Whether there is anything on it. */
  public boolean isEmpty() {
    return stays.isEmpty() && tasks.isEmpty() && more == 0;
  }
}
