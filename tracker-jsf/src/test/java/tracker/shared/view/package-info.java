@NullMarked
package tracker.shared.view;

import org.jspecify.annotations.NullMarked;
