package tracker.notify;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.CommonProblem;
import tracker.shared.PageAsk;
import tracker.shared.Problem;

/** Which failed messages are meant: these, or those that failed from one moment to another. */
public record FailedOnes(
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable JobType type,
    @Size(min = 1, max = PageAsk.MAX_LIMIT, message = "{invalid.count}") @Nullable List<UUID> ids) {

  /** How many were queued again. */
  public record Replayed(int replayed) {}

  /** How many were taken off the list. */
  public record Dropped(int dropped) {}

  /** Narrows rows to them; 422 where neither ids nor both moments are named. */
  JobRows.Wanted among(JobRows.Wanted all) {
    Problem lacking = Problem.of(CommonProblem.VALIDATION_ERROR);
    if (ids == null && from == null) {
      lacking.field("from", "invalid.required");
    }
    if (ids == null && to == null) {
      lacking.field("to", "invalid.required");
    }
    if (!lacking.fields().isEmpty()) {
      throw lacking;
    }
    return all.and("f.id = any(?)", ids)
        .and("f.failed_at >= ?", from)
        .and("f.failed_at <= ?", to)
        .and("f.type = ?", type);
  }
}
