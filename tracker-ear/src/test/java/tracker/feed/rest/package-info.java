/** Tests of the feed over REST. */
@NullMarked
package tracker.feed.rest;

import org.jspecify.annotations.NullMarked;
