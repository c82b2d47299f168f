/** The record of changes, as administrators look through it and take it along. */
@NullMarked
package tracker.audit;

import org.jspecify.annotations.NullMarked;
