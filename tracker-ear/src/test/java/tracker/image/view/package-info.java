/** Tests of pictures as pages show them. */
@NullMarked
package tracker.image.view;

import org.jspecify.annotations.NullMarked;
