/** Tests of notices, their mails and watching over REST. */
@NullMarked
package tracker.inbox.rest;

import org.jspecify.annotations.NullMarked;
