/** Pages of the work: my work, lists, boards, tasks, projects. */
@NullMarked
package tracker.work.view;

import org.jspecify.annotations.NullMarked;
