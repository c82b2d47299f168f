package tracker.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready as long as nobody asked this node to stop. */
@Readiness
@ApplicationScoped
public class Staying implements HealthCheck {
  @Inject private Doorway doorway;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("staying").status(!doorway.isLeaving()).build();
  }
}
