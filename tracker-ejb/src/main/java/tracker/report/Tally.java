package tracker.report;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tracker.workflow.Category;

/** A number of tasks for each category. */
final class Tally {
  private final Map<Category, Long> counts = new EnumMap<>(Category.class);

  /** Adds so many, or takes them away; those that are in no category are not counted. */
  void add(@Nullable String category, long tasks) {
    if (category != null) {
      Category.of(category).ifPresent(one -> counts.merge(one, tasks, Long::sum));
    }
  }

  /** Takes away what another one has. */
  void less(Tally other) {
    other.counts.forEach((category, tasks) -> counts.merge(category, -tasks, Long::sum));
  }

  ReportView.Flow at(LocalDate day) {
    return new ReportView.Flow(
        day, of(Category.TODO), of(Category.IN_PROGRESS), of(Category.DONE), of(Category.CANCELED));
  }

  private long of(Category category) {
    return counts.getOrDefault(category, 0L);
  }
}
