package tracker.system;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import tracker.shared.Settings;

/**
 * Room for data and uploads. It has no kind on purpose: only /health shows it, because a full disk
 * stops uploads and nothing else, and must not take the node out of service.
 */
@ApplicationScoped
public class DiskSpace implements HealthCheck {
  private static final long LEAST = 100L << 20;

  @Override
  public HealthCheckResponse call() {
    Disk uploads = Disk.uploads(Settings.ofProcess());
    return HealthCheckResponse.named("disk")
        .withData("free_mb", uploads.free() >> 20)
        .withData("writable", uploads.writable())
        .status(uploads.writable() && uploads.free() > LEAST)
        .build();
  }
}
