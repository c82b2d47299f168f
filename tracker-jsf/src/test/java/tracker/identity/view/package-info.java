@NullMarked
package tracker.identity.view;

import org.jspecify.annotations.NullMarked;
