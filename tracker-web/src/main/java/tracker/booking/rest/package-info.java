/** REST over bookings and free rooms. */
@NullMarked
package tracker.booking.rest;

import org.jspecify.annotations.NullMarked;
