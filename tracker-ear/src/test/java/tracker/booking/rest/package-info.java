/** Bookings over REST. */
@org.jspecify.annotations.NullMarked
package tracker.booking.rest;
