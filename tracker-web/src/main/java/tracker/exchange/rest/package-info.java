/** REST over files that leave and come in. */
@NullMarked
package tracker.exchange.rest;

import org.jspecify.annotations.NullMarked;
