/** REST over work: projects, members, tasks and tags. No rules; the doors decide. */
@NullMarked
package tracker.work.rest;

import org.jspecify.annotations.NullMarked;
