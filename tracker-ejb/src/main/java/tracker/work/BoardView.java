package tracker.work;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import tracker.project.ProjectView;
import tracker.workflow.Status;

/**
 * A project's board: a column per status, each with its first cards in their kept order and the
 * number of all.
 *
 * @param lacking what a card lacks for a column that the reader may bring others to: in words, by
 *     the column's word, of those cards that lack something
 */
public record BoardView(
    ProjectView project, List<Column> columns, Map<UUID, Map<String, String>> lacking) {
  /** The same columns without cards. */
  public BoardView bare() {
    return new BoardView(
        project,
        columns.stream()
            .map(one -> new Column(one.status(), one.word(), 0, one.whole(), List.of(), one.shut()))
            .toList(),
        Map.of());
  }

  /**
   * One column.
   *
   * @param word as the status is written where a task is given it
   * @param total how many the query lets through
   * @param whole how many there are
   * @param shut the columns that the reader may bring none of these to, by their words, and why
   */
  public record Column(
      Status status,
      String word,
      long total,
      long whole,
      List<TaskView> tasks,
      Map<String, String> shut) {
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
