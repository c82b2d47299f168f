/** The pages of work in a real browser. */
@NullMarked
package tracker.work.view;

import org.jspecify.annotations.NullMarked;
