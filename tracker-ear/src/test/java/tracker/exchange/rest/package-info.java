/** Files that leave and come in, over REST, against the running product. */
@NullMarked
package tracker.exchange.rest;

import org.jspecify.annotations.NullMarked;
