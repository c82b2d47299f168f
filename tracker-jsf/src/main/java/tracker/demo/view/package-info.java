/** The button that loads the demo. */
@NullMarked
package tracker.demo.view;

import org.jspecify.annotations.NullMarked;
