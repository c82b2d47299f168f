/** Reports over REST. */
@NullMarked
package tracker.report.rest;

import org.jspecify.annotations.NullMarked;
