package tracker.work;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.LongStream;
import tracker.project.ProjectProblem;
import tracker.shared.Problem;
import tracker.shared.Sql;

/**
 * Gives tasks their numbers. In a project they have no gaps: the project's row is locked until the
 * task is there, and a refused creation gives its number back.
 */
@Dependent
class TaskNumbers {
  private final Sql sql;

  @Inject
  TaskNumbers(Sql sql) {
    this.sql = sql;
  }

  /** As many numbers as each place needs, rising. */
  Map<Task.Place, Iterator<Long>> take(Map<Task.Place, Integer> counts) {
    Map<Task.Place, Iterator<Long>> numbers = new HashMap<>();
    // in one order, so that two batches over the same projects cannot block each other for ever
    counts.keySet().stream()
        .sorted(Comparator.comparing(Task.Place::key))
        .forEach(place -> numbers.put(place, take(place, counts.getOrDefault(place, 0))));
    return numbers;
  }

  /** Rising numbers for one place. */
  Iterator<Long> take(Task.Place place, int count) {
    if (place.id() == null) {
      return sql.list(
              "select nextval('task.personal_number') from generate_series(1, ?)",
              row -> row.getLong(1),
              count)
          .iterator();
    }
    long last =
        sql.first(
                "update task.project set last_number = last_number + ?"
                    + " where id = ? and deleted_at is null returning last_number",
                row -> row.getLong(1),
                count,
                place.id())
            .orElseThrow(() -> Problem.of(ProjectProblem.PROJECT_NOT_FOUND));
    return LongStream.rangeClosed(last - count + 1, last).iterator();
  }
}
