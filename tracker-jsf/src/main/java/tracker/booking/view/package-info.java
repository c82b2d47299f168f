/** Pages of bookings: free rooms, one's own stays, the chart of a hotel. */
@NullMarked
package tracker.booking.view;

import org.jspecify.annotations.NullMarked;
