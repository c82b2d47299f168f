/** Tests of the pages of bookings, with a browser. */
@NullMarked
package tracker.booking.view;

import org.jspecify.annotations.NullMarked;
