/** The runnable product as an operator sees it: start, stop, kill, walk. */
@NullMarked
package tracker.launch;

import org.jspecify.annotations.NullMarked;
