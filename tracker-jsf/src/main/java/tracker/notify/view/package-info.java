/** Pages of messages that leave the house. */
@NullMarked
package tracker.notify.view;

import org.jspecify.annotations.NullMarked;
