package tracker.job;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import tracker.shared.Clock;
import tracker.shared.Sql;

/** What is noted of a job for operators beside what db-scheduler notes for itself. */
@Dependent
class Notes {
  private static final int LONGEST = 2_000;
  private final Sql sql;
  private final Clock clock;

  @Inject
  Notes(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** A try of it begins. */
  void begun(String kind, String id) {
    sql.change(
        "update job.scheduled set started_at = ? where task_name = ? and task_instance = ?",
        clock.now(),
        kind,
        id);
  }

  /** A try of it failed, and it will be tried again. */
  void failed(String kind, String id, @Nullable Throwable cause) {
    sql.change(
        "update job.scheduled set last_error = ? where task_name = ? and task_instance = ?",
        words(cause),
        kind,
        id);
  }

  /** What a failure says, as far as it is kept. */
  static String words(@Nullable Throwable cause) {
    String error = String.valueOf(cause).replace("\0", "");
    return error.substring(0, Math.min(error.length(), LONGEST));
  }
}
