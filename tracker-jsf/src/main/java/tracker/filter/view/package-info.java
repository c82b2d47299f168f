/** Kept queries on the pages: their menu, and those at hand in the navigation. */
@NullMarked
package tracker.filter.view;

import org.jspecify.annotations.NullMarked;
