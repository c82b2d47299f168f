/**
 * The feed: every recorded change that the caller may see, in one order without gaps, to be walked
 * part by part or heard as it happens. It reads the journal and what its entries are about; it
 * writes nothing, and knows no streams: those belong to the edge.
 */
@NullMarked
package tracker.feed;

import org.jspecify.annotations.NullMarked;
