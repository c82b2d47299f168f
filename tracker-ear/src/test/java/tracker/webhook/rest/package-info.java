/** Tests of webhooks over REST. */
@NullMarked
package tracker.webhook.rest;

import org.jspecify.annotations.NullMarked;
