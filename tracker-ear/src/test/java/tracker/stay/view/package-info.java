/** Tests of the pages of bookings with tasks, with a browser. */
@NullMarked
package tracker.stay.view;

import org.jspecify.annotations.NullMarked;
