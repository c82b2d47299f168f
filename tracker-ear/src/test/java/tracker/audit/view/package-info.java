/** The record of changes, in the browser. */
@NullMarked
package tracker.audit.view;

import org.jspecify.annotations.NullMarked;
