package tracker.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether jobs are done. It has no kind on purpose: a queue that stands, or that nobody works at,
 * is for the operator to look into, the node goes on serving.
 */
@ApplicationScoped
public class JobsMoving implements HealthCheck {
  /** What waits for longer stands. */
  private static final Duration LATE = Duration.ofMinutes(5);

  @Inject private Jobs jobs;

  @Override
  public HealthCheckResponse call() {
    Jobs.Waiting waiting = jobs.waiting();
    return HealthCheckResponse.named("jobs")
        .withData("waiting", waiting.many())
        .withData("oldest_seconds", waiting.oldest().toSeconds())
        .withData("dead", waiting.dead())
        .status(waiting.oldest().compareTo(LATE) < 0)
        .build();
  }
}
