/** Tests of what all pages share. */
@NullMarked
package tracker.shared.view;

import org.jspecify.annotations.NullMarked;
