/** Files on pages. */
@NullMarked
package tracker.attachment.view;

import org.jspecify.annotations.NullMarked;
