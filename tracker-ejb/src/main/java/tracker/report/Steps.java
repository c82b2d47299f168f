package tracker.report;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tracker.journal.Change;
import tracker.journal.ChangesRecorded;
import tracker.shared.Clock;
import tracker.shared.Sql;
import tracker.workflow.WorkflowChanged;

/** Keeps the steps of tasks in the transaction of their changes. */
@ApplicationScoped
public class Steps {
  /** The fields whose change may take a task into another category, or away. */
  private static final Set<String> FIELDS =
      Set.of("created", "status", "project", "deleted", "restored");

  private static final String FOLLOW = "select report.follow(?, ?) is null";

  /** After those who take tasks along. */
  private static final int LATE = 4000;

  @Inject private Sql sql;
  @Inject private Clock clock;

  protected Steps() {}

  /** For tests without a container. */
  Steps(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void hear(@Observes ChangesRecorded recorded) {
    List<UUID> tasks =
        recorded.changes().stream()
            .filter(one -> one.entity().equals("task") && FIELDS.contains(one.field()))
            .map(Change::id)
            .distinct()
            .toList();
    if (!tasks.isEmpty()) {
      recorded.also(FOLLOW, tasks, clock.now());
    }
  }

  /**
   * A status that changed its category did so for its tasks, whose fields say the same as before.
   */
  void hear(@Observes @Priority(LATE) WorkflowChanged changed) {
    sql.list(
        "select report.follow(array(select id from task.task where project_id = ?), ?) is null",
        row -> true,
        changed.project(),
        clock.now());
  }

  void follow(List<UUID> tasks) {
    sql.list(FOLLOW, row -> true, tasks, clock.now());
  }
}
