/** Secret links to calendars on pages. */
@NullMarked
package tracker.calendar.view;

import org.jspecify.annotations.NullMarked;
