package tracker.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tracker.identity.Caller;
import tracker.journal.HistoryEntry;
import tracker.journal.JournalProblem;
import tracker.journal.Past;
import tracker.journal.ReversibleOneByOne;
import tracker.journal.Skipped;
import tracker.project.ProjectFound;
import tracker.project.ProjectProblem;
import tracker.project.Projects;
import tracker.project.Reach;
import tracker.shared.CommonProblem;
import tracker.shared.Json;

/** Takes changes of rules back; tasks that the operation moved follow by their own reversal. */
@Dependent
class WorkflowReversal implements ReversibleOneByOne {
  @EJB private Projects projects;
  @Inject private WorkflowRows rows;
  @Inject private WorkflowEdit edit;
  @Inject private Caller caller;

  @Override
  public String entity() {
    return WorkflowEdit.ENTITY;
  }

  @Override
  public Optional<Skipped> revert(UUID id, List<HistoryEntry> changes) {
    Optional<ProjectFound> found =
        rows.project(id).map(UUID::toString).flatMap(projects::maybeReached);
    if (found.isEmpty()) {
      return Optional.of(Past.skipped(caller, id, ProjectProblem.PROJECT_NOT_FOUND));
    }
    if (!found.get().reach().covers(Reach.MANAGE)) {
      return Optional.of(Past.skipped(caller, id, CommonProblem.FORBIDDEN));
    }
    WorkflowRows.Row row = rows.alone(found.get().id());
    Past past = new Past(changes);
    Workflow now = row.rules();
    if (!isStill(past, "statuses", now.statuses())
        || !isStill(past, "transitions", now.transitions())) {
      return Optional.of(Past.skipped(caller, id, JournalProblem.CHANGED_SINCE, found.get().key()));
    }
    Workflow old =
        WorkflowRows.rules(
            before(past, "statuses", now.statuses()),
            before(past, "transitions", now.transitions()));
    edit.apply(row, old, Map.of(), true);
    return Optional.empty();
  }

  private static boolean isStill(Past past, String field, List<?> present) {
    Past.Ends ends = past.fields().get(field);
    JsonNode there = Json.shared().valueToTree(present);
    return ends == null || ends.now().equals(there);
  }

  private static String before(Past past, String field, List<?> present) {
    Past.Ends ends = past.fields().get(field);
    return ends == null ? Json.write(present) : ends.old().toString();
  }
}
