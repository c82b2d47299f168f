package tracker.exchange;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import tracker.job.Job;
import tracker.shared.Clock;

/** Forgets long imports that ended a month ago; the tasks that they made stay. */
@Dependent
class Purge implements Job {
  private static final Duration KEPT = Duration.ofDays(30);

  @Inject private LongRows rows;
  @Inject private Clock clock;

  @Override
  public String kind() {
    return "exchange.purge";
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
