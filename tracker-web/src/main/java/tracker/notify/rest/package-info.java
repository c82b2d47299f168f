/** REST over messages that leave the house. */
@NullMarked
package tracker.notify.rest;

import org.jspecify.annotations.NullMarked;
