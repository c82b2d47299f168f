/**
 * The work itself: projects with keys and members, tasks with numbers, statuses, priorities, tags,
 * parents and order on the board, and the views of it that people start from (my work, list,
 * board). Comments, files and reports are capabilities of their own.
 */
@NullMarked
package tracker.work;

import org.jspecify.annotations.NullMarked;
