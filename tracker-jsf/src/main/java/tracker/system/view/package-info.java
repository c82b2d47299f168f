/** The page of how the installation stands. */
@NullMarked
package tracker.system.view;

import org.jspecify.annotations.NullMarked;
