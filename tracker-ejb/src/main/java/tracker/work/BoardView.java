package tracker.work;

import java.util.List;

/**
 * A project's board: a column per status, each with its first cards in their kept order and the
 * count of all.
 */
public record BoardView(ProjectView project, List<Column> columns) {
  /** One column; {@code tasks} holds at most {@link Boards#CARDS} of its {@code total}. */
  public record Column(Status status, long total, List<TaskView> tasks) {}
}
