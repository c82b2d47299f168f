/**
 * What leaves the house: e-mail and calls of webhooks, each a job that is written in the
 * transaction of whoever asks for it, tried four times with growing gaps, and kept among the failed
 * ones where nobody took it. It knows nothing of what the messages are about.
 */
@NullMarked
package tracker.notify;

import org.jspecify.annotations.NullMarked;
