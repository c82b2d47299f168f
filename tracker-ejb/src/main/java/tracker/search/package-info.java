/**
 * Finding tasks by what stands in them, in their comments and in the names of their files. It keeps
 * words of its own beside the things, in the transaction that changes them, and shows to each only
 * what they may see.
 */
@NullMarked
package tracker.search;

import org.jspecify.annotations.NullMarked;
