/** The record of changes over REST, against the running product. */
@NullMarked
package tracker.journal.rest;

import org.jspecify.annotations.NullMarked;
