/** Tests of comments over REST. */
@NullMarked
package tracker.comment.rest;

import org.jspecify.annotations.NullMarked;
