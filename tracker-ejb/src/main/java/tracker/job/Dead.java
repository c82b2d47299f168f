package tracker.job;

import com.github.kagkarlsson.scheduler.task.Execution;
import org.jspecify.annotations.Nullable;
import tracker.shared.Clock;
import tracker.shared.Ids;
import tracker.shared.Sql;

/** Jobs that failed each time. */
final class Dead {
  private static final int LONGEST = 2_000;
  private final Sql sql;
  private final Clock clock;

  Dead(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Keeps one; nothing where it is kept already. */
  void keep(Execution job, int tries, @Nullable Throwable cause) {
    String error = String.valueOf(cause).replace("\0", "");
    sql.change(
        "insert into job.dead (id, kind, about, tries, error, died_at) values (?, ?, ?, ?, ?, ?)"
            + " on conflict (id) do nothing",
        Ids.parse(job.taskInstance.getId()),
        job.getTaskName(),
        job.taskInstance.getData(),
        tries,
        error.substring(0, Math.min(error.length(), LONGEST)),
        clock.now());
  }
}
