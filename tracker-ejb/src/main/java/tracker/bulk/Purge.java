package tracker.bulk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import tracker.job.Job;
import tracker.shared.Clock;

/** Forgets bulk changes that ended a month ago; what they did stays, and so does its history. */
@Dependent
class Purge implements Job {
  private static final Duration KEPT = Duration.ofDays(30);

  @Inject private BulkRows rows;
  @Inject private Clock clock;

  @Override
  public String kind() {
    return "bulk.purge";
  }

  @Override
  public Duration every() {
    return Duration.ofDays(1);
  }

  @Override
  public void run(String about) {
    rows.forget(clock.now().minus(KEPT));
  }
}
