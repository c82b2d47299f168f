package tracker.ops;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.nio.file.Path;
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
    Settings settings = Settings.ofProcess();
    String data = settings.text("DATA_DIR", ".data");
    File folder = Path.of(settings.text("UPLOAD_DIR", data)).toAbsolutePath().toFile();
    while (!folder.exists() && folder.getParentFile() != null) {
      folder = folder.getParentFile();
    }
    long free = folder.getUsableSpace();
    return HealthCheckResponse.named("disk")
        .withData("free_mb", free >> 20)
        .withData("writable", folder.canWrite())
        .status(folder.canWrite() && free > LEAST)
        .build();
  }
}
