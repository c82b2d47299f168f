/** REST over countries, cities, hotels, rooms and amenities. */
@NullMarked
package tracker.hotel.rest;

import org.jspecify.annotations.NullMarked;
