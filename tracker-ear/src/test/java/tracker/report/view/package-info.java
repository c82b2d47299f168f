/** Reports in a browser. */
@NullMarked
package tracker.report.view;

import org.jspecify.annotations.NullMarked;
