/** REST over pictures of hotels and rooms. */
@NullMarked
package tracker.image.rest;

import org.jspecify.annotations.NullMarked;
