/**
 * Queries that people keep under a name: a filter belongs to who made it, may be shared with
 * everybody, and is pinned by each for themselves. It knows what a query is but not what it is
 * asked of: those who ask, such as tasks, read the text from here.
 */
@NullMarked
package tracker.filter;

import org.jspecify.annotations.NullMarked;
