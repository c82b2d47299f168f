/** What all pages share, in the browser. */
@NullMarked
package tracker.shared.view;

import org.jspecify.annotations.NullMarked;
