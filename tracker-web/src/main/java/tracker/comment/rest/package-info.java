/** REST over comments. */
@NullMarked
package tracker.comment.rest;

import org.jspecify.annotations.NullMarked;
