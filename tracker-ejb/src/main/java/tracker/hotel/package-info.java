/**
 * Places to sleep: countries, their cities, hotels there, rooms, and amenities that hotels and
 * rooms have. Everybody signed in reads them; administrators write all, a hotel's managers the
 * hotel and its rooms. It does not know who sleeps where: that is {@code tracker.booking}.
 */
@NullMarked
package tracker.hotel;

import org.jspecify.annotations.NullMarked;
