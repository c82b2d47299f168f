package tracker.webhook;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import tracker.job.Job;
import tracker.shared.Clock;

/** Forgets what webhooks were told a month ago. */
@Dependent
class Purge implements Job {
  private static final Duration KEPT = Duration.ofDays(30);

  @Inject private WebhookRows rows;
  @Inject private Clock clock;

  @Override
  public String kind() {
    return "webhook.purge";
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
