/** The page of the record of changes, and the record as a file. */
@NullMarked
package tracker.audit.view;

import org.jspecify.annotations.NullMarked;
