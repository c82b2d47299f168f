/** REST over the record of changes. */
@NullMarked
package tracker.audit.rest;

import org.jspecify.annotations.NullMarked;
