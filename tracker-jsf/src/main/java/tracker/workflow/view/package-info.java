/** The statuses of a project and the ways between them, on its settings page. */
@NullMarked
package tracker.workflow.view;

import org.jspecify.annotations.NullMarked;
