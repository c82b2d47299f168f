/** Tests of the bar that changes many tasks. */
@NullMarked
package tracker.bulk.view;

import org.jspecify.annotations.NullMarked;
