/** The calendar as a page, and secret links to calendars on pages. */
@NullMarked
package tracker.calendar.view;

import org.jspecify.annotations.NullMarked;
