/** The calendar, in the browser. */
@NullMarked
package tracker.calendar.view;

import org.jspecify.annotations.NullMarked;
