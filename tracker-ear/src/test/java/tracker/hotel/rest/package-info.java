/** Hotels over REST. */
@org.jspecify.annotations.NullMarked
package tracker.hotel.rest;
