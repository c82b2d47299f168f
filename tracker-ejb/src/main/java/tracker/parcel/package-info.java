/**
 * A whole project as one document: packed here, unpacked in another instance, with its people,
 * members, rules, tasks, comments, links, files and past. It knows the rows of those who own them,
 * as they are kept, and none of their use cases: what is unpacked is proved by the same rules, but
 * it happened elsewhere. What belongs to nobody's project (saved filters, jobs, tokens) stays where
 * it is.
 */
@NullMarked
package tracker.parcel;

import org.jspecify.annotations.NullMarked;
