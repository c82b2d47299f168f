/** Pages of hotels, rooms, and the registers that they are made of. */
@NullMarked
package tracker.hotel.view;

import org.jspecify.annotations.NullMarked;
