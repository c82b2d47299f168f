/**
 * How work goes in a project: what is open and with whom, what came and went, how much lies where,
 * how long things take. It counts from tasks and from their steps between categories, which it
 * keeps for itself.
 */
@NullMarked
package tracker.report;

import org.jspecify.annotations.NullMarked;
