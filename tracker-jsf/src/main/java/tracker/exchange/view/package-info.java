/** Files that leave and come in, on pages. */
@NullMarked
package tracker.exchange.view;

import org.jspecify.annotations.NullMarked;
