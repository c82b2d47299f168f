/** What the feed has to know of all other capabilities. */
@NullMarked
package tracker.feed;

import org.jspecify.annotations.NullMarked;
