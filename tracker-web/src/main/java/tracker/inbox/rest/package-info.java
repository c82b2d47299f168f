/** REST over notices and who watches tasks. */
@NullMarked
package tracker.inbox.rest;

import org.jspecify.annotations.NullMarked;
