/** Links over REST. */
@NullMarked
package tracker.link.rest;

import org.jspecify.annotations.NullMarked;
