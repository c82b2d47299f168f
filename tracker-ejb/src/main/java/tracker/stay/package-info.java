/**
 * Where bookings and tasks meet, by id and event, so that neither knows the other: a booking names
 * a task, a check-out raises one, and an open task of type {@code out_of_service} closes the rooms
 * that it is about.
 */
@NullMarked
package tracker.stay;

import org.jspecify.annotations.NullMarked;
