/** Links on the task page, and the sign of a task that waits for others. */
@NullMarked
package tracker.link.view;

import org.jspecify.annotations.NullMarked;
