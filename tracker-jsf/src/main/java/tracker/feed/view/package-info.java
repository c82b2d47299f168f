/** The feed on pages: from which place on a page hears what others change. */
@NullMarked
package tracker.feed.view;

import org.jspecify.annotations.NullMarked;
