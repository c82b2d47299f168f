/**
 * Work that leaves as a file and comes in from one: tasks as CSV, of our own and of other trackers.
 * What comes in is remembered by the name that it had outside, so the same file twice makes nothing
 * twice.
 */
@NullMarked
package tracker.exchange;

import org.jspecify.annotations.NullMarked;
