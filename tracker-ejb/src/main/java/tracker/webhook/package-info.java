/**
 * Webhooks: somebody names an address, and what they may see of the feed of changes is told there,
 * each event once and in order. A webhook is a place in the feed: while it is paused nothing is
 * lost, for the feed keeps it. How calls get out is the business of {@link tracker.notify}.
 */
@NullMarked
package tracker.webhook;

import org.jspecify.annotations.NullMarked;
