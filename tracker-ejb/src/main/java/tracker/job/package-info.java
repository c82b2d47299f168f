/**
 * Work that is done later: a job is a row that is written in the transaction of whoever asks for
 * it, so it is there exactly when that commits, and is done by some node soon after, once more
 * after a kill, three times more after a failure. A job that fails each time is kept as a dead one.
 * Capabilities bring their kinds as beans of {@link tracker.job.Job}. It knows no people and no
 * words of the business.
 */
@NullMarked
package tracker.job;

import org.jspecify.annotations.NullMarked;
