/** Work inside the server. */
@NullMarked
package tracker.work;

import org.jspecify.annotations.NullMarked;
