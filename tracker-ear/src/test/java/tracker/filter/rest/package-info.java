/** Tests of filters over REST. */
@NullMarked
package tracker.filter.rest;

import org.jspecify.annotations.NullMarked;
