/** Tests of search on pages. */
@NullMarked
package tracker.search.view;

import org.jspecify.annotations.NullMarked;
