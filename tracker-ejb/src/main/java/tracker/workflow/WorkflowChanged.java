package tracker.workflow;

import java.util.Map;
import java.util.UUID;

/**
 * The rules of a project changed. Fired in the transaction of the change: whoever keeps tasks moves
 * them along, or refuses and so stops it.
 *
 * @param move the new status by the old one, in whatever case
 * @param lenient whether tasks of statuses that went go to the first of their category, instead of
 *     stopping the change
 */
public record WorkflowChanged(
    UUID project, Workflow before, Workflow after, Map<String, String> move, boolean lenient) {}
