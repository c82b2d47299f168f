/** REST over changes of many tasks. */
@NullMarked
package tracker.bulk.rest;

import org.jspecify.annotations.NullMarked;
