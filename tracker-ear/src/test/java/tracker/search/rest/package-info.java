/** Tests of search over REST. */
@NullMarked
package tracker.search.rest;

import org.jspecify.annotations.NullMarked;
