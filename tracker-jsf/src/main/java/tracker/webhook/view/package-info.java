/** The page of webhooks. */
@NullMarked
package tracker.webhook.view;

import org.jspecify.annotations.NullMarked;
