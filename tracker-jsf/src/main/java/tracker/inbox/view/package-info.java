/** Pages of what one is told. */
@NullMarked
package tracker.inbox.view;

import org.jspecify.annotations.NullMarked;
