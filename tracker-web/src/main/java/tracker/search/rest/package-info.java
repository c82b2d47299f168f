/** REST over search. */
@NullMarked
package tracker.search.rest;

import org.jspecify.annotations.NullMarked;
