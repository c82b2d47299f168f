/** REST over reports. */
@NullMarked
package tracker.report.rest;

import org.jspecify.annotations.NullMarked;
