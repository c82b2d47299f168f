package tracker.workflow;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tracker.journal.Change;
import tracker.journal.Journal;

/** Changes rules: lets the tasks go along, then records what really changed. */
@Dependent
class WorkflowEdit {
  static final String ENTITY = "workflow";

  @Inject private WorkflowRows rows;
  @Inject private Event<WorkflowChanged> changed;
  @EJB private Journal journal;

  void apply(WorkflowRows.Row row, Workflow after, Map<String, String> move, boolean lenient) {
    Workflow before = row.rules();
    if (before.equals(after)) {
      return;
    }
    // tasks first: what is recorded last is taken back first, and they come back by these rules
    changed.fire(new WorkflowChanged(row.project(), before, after, move, lenient));
    rows.write(row.project(), after);
    List<Change> changes = new ArrayList<>();
    note(changes, row, "statuses", before.statuses(), after.statuses());
    note(changes, row, "transitions", before.transitions(), after.transitions());
    journal.record(changes);
  }

  private static void note(
      List<Change> changes, WorkflowRows.Row row, String field, List<?> old, List<?> now) {
    if (!old.equals(now)) {
      changes.add(new Change(ENTITY, row.id(), row.project(), field, old, now));
    }
  }
}
