package tracker.notify;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import tracker.job.Job;
import tracker.shared.Clock;

/** Forgets messages that ended a month ago, the failed ones among them. */
@Dependent
class Purge implements Job {
  private static final Duration KEPT = Duration.ofDays(30);

  @Inject private Outbox outbox;
  @Inject private Clock clock;

  @Override
  public String kind() {
    return "notify.purge";
  }

  @Override
  public Duration every() {
    return Duration.ofDays(1);
  }

  @Override
  public void run(String about) {
    outbox.forget(clock.now().minus(KEPT));
  }
}
