/** Pages for operators. */
@NullMarked
package tracker.ops.view;

import org.jspecify.annotations.NullMarked;
