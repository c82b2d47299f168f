/**
 * How work goes through a project: its own statuses inside the four categories, the ways between
 * them, who may take a way and what has to be filled in for it, and how many tasks a status bears.
 * It keeps the rules and knows no tasks; whoever keeps tasks asks {@code Workflow} and hears of
 * changes ({@code WorkflowChanged}) before they are done.
 */
@NullMarked
package tracker.workflow;

import org.jspecify.annotations.NullMarked;
