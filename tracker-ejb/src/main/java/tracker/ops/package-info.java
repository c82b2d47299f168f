/**
 * Running the product: migrations at start, the check of settings, limits of use, health, metrics,
 * logs, the keeping of Idempotency-Keys, and what operators see of work that is done later. It
 * knows accounts, but no business.
 */
@NullMarked
package tracker.ops;

import org.jspecify.annotations.NullMarked;
