/** Bookings and tasks together, over REST. */
@org.jspecify.annotations.NullMarked
package tracker.stay.rest;
