/** REST over calendars. */
@NullMarked
package tracker.calendar.rest;

import org.jspecify.annotations.NullMarked;
