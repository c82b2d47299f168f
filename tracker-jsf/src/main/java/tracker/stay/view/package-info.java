/** Pages where bookings and tasks meet: one booking, the bookings of a task. */
@NullMarked
package tracker.stay.view;

import org.jspecify.annotations.NullMarked;
