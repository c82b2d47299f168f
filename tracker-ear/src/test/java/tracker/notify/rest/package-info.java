/** Tests of messages over REST. */
@NullMarked
package tracker.notify.rest;

import org.jspecify.annotations.NullMarked;
