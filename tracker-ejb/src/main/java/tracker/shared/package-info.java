/**
 * What every capability stands on: the one shape of refusal ({@link tracker.shared.Problem}), pages
 * of a list, the clock, ids, JSON and SQL glue, settings and texts. It knows no capability and no
 * word of the business.
 */
@NullMarked
package tracker.shared;

import org.jspecify.annotations.NullMarked;
