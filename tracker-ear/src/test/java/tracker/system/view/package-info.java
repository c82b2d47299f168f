/** The page of how the installation stands, in the browser. */
@NullMarked
package tracker.system.view;

import org.jspecify.annotations.NullMarked;
