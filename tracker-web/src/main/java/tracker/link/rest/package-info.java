/** REST over links. */
@NullMarked
package tracker.link.rest;

import org.jspecify.annotations.NullMarked;
