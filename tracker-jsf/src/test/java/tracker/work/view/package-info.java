/** Tests of the pages of work that need no server. */
@NullMarked
package tracker.work.view;

import org.jspecify.annotations.NullMarked;
