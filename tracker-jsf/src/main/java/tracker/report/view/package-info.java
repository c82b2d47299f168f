/** Reports as pages: numbers, charts made on the server, tables. */
@NullMarked
package tracker.report.view;

import org.jspecify.annotations.NullMarked;
