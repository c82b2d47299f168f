/** Pages of messages, in the browser. */
@NullMarked
package tracker.notify.view;

import org.jspecify.annotations.NullMarked;
