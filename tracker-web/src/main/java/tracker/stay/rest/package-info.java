/** REST over what joins bookings and tasks. */
@NullMarked
package tracker.stay.rest;

import org.jspecify.annotations.NullMarked;
