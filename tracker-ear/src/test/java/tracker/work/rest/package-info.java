/** Work over REST, against the running product. */
@NullMarked
package tracker.work.rest;

import org.jspecify.annotations.NullMarked;
