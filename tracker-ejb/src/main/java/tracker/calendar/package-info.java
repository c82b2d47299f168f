/**
 * Calendars: what somebody has to do and where they sleep, and who sleeps in a room; as JSON, and
 * as iCalendar (RFC 5545) under secret links that their owners take back when they want.
 */
@NullMarked
package tracker.calendar;

import org.jspecify.annotations.NullMarked;
