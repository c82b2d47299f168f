/** Limits, documents and the log, against the running product. */
@NullMarked
package tracker.ops.rest;

import org.jspecify.annotations.NullMarked;
