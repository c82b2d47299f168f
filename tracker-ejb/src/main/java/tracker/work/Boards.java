package tracker.work;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Allowed;
import tracker.identity.Right;
import tracker.shared.Problem;

/** The door to boards: tasks by status, in an order that people set and that stays. */
@Stateless
public class Boards {
  /** How many cards of a column are shown at once. */
  public static final int CARDS = 100;

  @Inject private Access access;
  @Inject private ProjectRows projects;
  @Inject private TaskRows rows;
  @Inject private TaskEdit edit;
  @Inject private BoardPlaces places;

  private record Card(Status status, long total, TaskView task) {}

  @Allowed(Right.PROJECT_VIEW)
  public BoardView of(String project) {
    ProjectView view = projects.one(access.project(project, Reach.SEE).id());
    List<Card> cards =
        rows.read(
            ", t.total",
            "(select c.*, (select count(*) from task.task a where a.project_id = ?"
                + " and a.status = s.status and a.deleted_at is null) as total"
                + " from (values ('todo'), ('in_progress'), ('done'), ('canceled')) s (status)"
                + " cross join lateral (select * from task.task t where t.project_id = ?"
                + " and t.status = s.status and t.deleted_at is null"
                + " order by t.rank, t.id limit ?) c) t",
            " order by t.rank, t.id",
            row -> {
              TaskView task = TaskRows.view(row);
              return new Card(task.status(), row.getLong("total"), task);
            },
            List.of(view.id(), view.id(), CARDS));
    return new BoardView(
        view, Arrays.stream(Status.values()).map(status -> column(status, cards)).toList());
  }

  private static BoardView.Column column(Status status, List<Card> cards) {
    List<Card> its = cards.stream().filter(card -> card.status() == status).toList();
    return new BoardView.Column(
        status, its.isEmpty() ? 0 : its.get(0).total(), its.stream().map(Card::task).toList());
  }

  /**
   * Puts a task into a column, between two others; null for the top or the bottom.
   *
   * @param after the task above its new place
   * @param before the task below its new place
   */
  @Allowed(Right.PROJECT_WORK)
  public TaskView move(String idOrKey, Status status, @Nullable UUID after, @Nullable UUID before) {
    Access.TaskFound found = access.task(idOrKey, Reach.WORK);
    UUID project = found.projectId();
    if (project != null) {
      places.lock(project);
    }
    Task task = edit.locked(found.id(), null);
    if (task.isDeleted()) {
      throw Problem.of(WorkProblem.TASK_NOT_FOUND);
    }
    if (task.status() != status) {
      edit.apply(task, TaskChange.ofStatus(status));
    }
    if (project != null && project.equals(task.projectId())) {
      places.put(task, after, before);
    }
    return rows.written(task.id());
  }
}
