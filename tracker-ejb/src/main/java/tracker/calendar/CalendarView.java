package tracker.calendar;

import java.util.List;
import tracker.booking.BookingView;
import tracker.work.TaskView;

/**
 * What somebody has to do and where they sleep.
 *
 * @param tasks open ones of theirs that are due in these days, the first due first
 */
public record CalendarView(List<BookingView> bookings, List<TaskView> tasks) {}
