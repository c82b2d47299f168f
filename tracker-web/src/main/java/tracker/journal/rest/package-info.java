/** REST over the record of changes: undo and proof. */
@NullMarked
package tracker.journal.rest;

import org.jspecify.annotations.NullMarked;
