/** Files that leave and come in, in a browser. */
@NullMarked
package tracker.exchange.view;

import org.jspecify.annotations.NullMarked;
