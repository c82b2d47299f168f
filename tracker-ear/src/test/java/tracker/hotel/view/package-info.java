/** Tests of the pages of hotels, rooms and registers, with a browser. */
@NullMarked
package tracker.hotel.view;

import org.jspecify.annotations.NullMarked;
