/** Tests of the inbox, the bell and what leads there, in a browser. */
@NullMarked
package tracker.inbox.view;

import org.jspecify.annotations.NullMarked;
