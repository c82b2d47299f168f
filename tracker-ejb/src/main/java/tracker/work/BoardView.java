package tracker.work;

import java.util.List;
import tracker.project.ProjectView;
import tracker.workflow.Status;

/**
 * A project's board: a column per status, each with its first cards in their kept order and the
 * number of all.
 */
public record BoardView(ProjectView project, List<Column> columns) {
  /** The same columns without cards. */
  public BoardView bare() {
    return new BoardView(
        project,
        columns.stream()
            .map(one -> new Column(one.status(), one.word(), 0, one.whole(), List.of()))
            .toList());
  }

  /**
   * One column.
   *
   * @param word as the status is written where a task is given it
   * @param total how many the query lets through
   * @param whole how many there are
   */
  public record Column(Status status, String word, long total, long whole, List<TaskView> tasks) {
    /** Whether the status has a name of its own. */
    public boolean isNamed() {
      return !status.name().equalsIgnoreCase(status.category().word());
    }

    /** Whether it has as many tasks as it bears, or more. */
    public boolean isFull() {
      Integer limit = status.wipLimit();
      return limit != null && whole >= limit;
    }
  }
}
