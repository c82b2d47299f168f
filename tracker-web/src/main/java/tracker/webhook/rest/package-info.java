/** REST over webhooks. */
@NullMarked
package tracker.webhook.rest;

import org.jspecify.annotations.NullMarked;
