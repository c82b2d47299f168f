/**
 * The one append-only record of every change: who, when, what, old, new, in which operation,
 * chained by hashes per entity. History, undo, the proof that nobody altered the past, live
 * updates, the offline feed and webhooks all read it. It knows no business: entities are words and
 * ids, and the capability that owns one takes its changes back through {@link
 * tracker.journal.Reversible}.
 */
@NullMarked
package tracker.journal;

import org.jspecify.annotations.NullMarked;
