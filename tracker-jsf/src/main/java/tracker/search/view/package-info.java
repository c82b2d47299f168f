/** The search box on every page. */
@NullMarked
package tracker.search.view;

import org.jspecify.annotations.NullMarked;
