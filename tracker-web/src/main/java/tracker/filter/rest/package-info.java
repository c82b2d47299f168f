/** REST over filters. */
@NullMarked
package tracker.filter.rest;

import org.jspecify.annotations.NullMarked;
