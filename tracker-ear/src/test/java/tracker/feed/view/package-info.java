/** Tests of the feed on pages, with a browser. */
@NullMarked
package tracker.feed.view;

import org.jspecify.annotations.NullMarked;
