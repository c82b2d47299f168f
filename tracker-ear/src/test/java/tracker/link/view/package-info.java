/** Links in the browser. */
@NullMarked
package tracker.link.view;

import org.jspecify.annotations.NullMarked;
