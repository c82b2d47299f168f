package tracker.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether messages go out. It has no kind on purpose: a queue that stands is for the operator to
 * look into, the node goes on serving.
 */
@ApplicationScoped
public class QueueMoving implements HealthCheck {
  /** What waits for longer stands. */
  private static final Duration LATE = Duration.ofMinutes(5);

  @Inject private Outbox outbox;

  @Override
  public HealthCheckResponse call() {
    Outbox.Waiting waiting = outbox.waiting();
    return HealthCheckResponse.named("notify")
        .withData("waiting", waiting.many())
        .withData("oldest_seconds", waiting.oldest().toSeconds())
        .withData("failed", waiting.failed())
        .status(waiting.oldest().compareTo(LATE) < 0)
        .build();
  }
}
