package tracker.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;

/**
 * Tells of backups. It has no kind, so only /health shows it, and it is never down: an old backup
 * takes no node out of service, but the figures at /metrics call for somebody.
 */
@ApplicationScoped
public class BackupHealth implements HealthCheck {
  @Inject private RunBook book;

  @Override
  public HealthCheckResponse call() {
    BackupState state = book.state();
    return HealthCheckResponse.named("backup")
        .withData("last", said(state.made()))
        .withData("last_verified", said(state.proven()))
        .withData("failed", state.failed())
        .up()
        .build();
  }

  private static String said(@Nullable Object time) {
    return time == null ? "never" : time.toString();
  }
}
