/**
 * Bookings: somebody has a room for some nights. A booking is seen by whose it is, by those who run
 * the hotel, and by administrators. It knows hotels and no tasks: what joins it to work hears its
 * events, see {@code tracker.stay}.
 */
@NullMarked
package tracker.booking;

import org.jspecify.annotations.NullMarked;
