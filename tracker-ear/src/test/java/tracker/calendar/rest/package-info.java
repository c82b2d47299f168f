/** Calendars over REST. */
@org.jspecify.annotations.NullMarked
package tracker.calendar.rest;
