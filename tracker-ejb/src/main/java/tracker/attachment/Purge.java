package tracker.attachment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import tracker.job.Job;
import tracker.shared.Clock;
import tracker.shared.Sql;

/**
 * Throws away for good what lay in the trash for 30 days. The rows go first; their bytes are then
 * without a row, and the sweep takes them.
 */
@Dependent
class Purge implements Job {
  /** For how long a deleted file can come back. */
  static final Duration TRASH = Duration.ofDays(30);

  @Inject private Sql sql;
  @Inject private Clock clock;

  @Override
  public String kind() {
    return "attachment.purge";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(6);
  }

  @Override
  public void run(String about) {
    sql.change("delete from attachment.attachment where deleted_at < ?", clock.now().minus(TRASH));
  }
}
