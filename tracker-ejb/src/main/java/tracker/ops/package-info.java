/**
 * Running the product: migrations at start, the check of settings, limits of use, health, metrics,
 * logs, and the keeping of Idempotency-Keys. It knows accounts, but no business.
 */
@NullMarked
package tracker.ops;

import org.jspecify.annotations.NullMarked;
