/** Pictures of hotels and rooms on pages. */
@NullMarked
package tracker.image.view;

import org.jspecify.annotations.NullMarked;
