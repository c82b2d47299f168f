package tracker.work;

import java.util.List;

/**
 * What waits for the caller: open tasks assigned to them, by when they are due in their time zone,
 * with counts.
 */
public record MyWorkView(Part overdue, Part today, Part week, Part later, Part undated) {
  /** One part; {@code tasks} holds its first, {@code total} counts all. */
  public record Part(long total, List<TaskView> tasks) {}

  public long total() {
    return overdue.total() + today.total() + week.total() + later.total() + undated.total();
  }
}
