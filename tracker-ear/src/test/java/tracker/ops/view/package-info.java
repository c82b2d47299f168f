/** Pages for operators, in the browser. */
@NullMarked
package tracker.ops.view;

import org.jspecify.annotations.NullMarked;
