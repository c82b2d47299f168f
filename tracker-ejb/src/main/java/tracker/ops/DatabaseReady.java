package tracker.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import tracker.shared.Sql;

/** Ready and started: the database answers, and every migration went through. */
@Readiness
@Startup
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
  @Inject private Sql sql;

  @Override
  public HealthCheckResponse call() {
    String version =
        sql.first(
                "select max(version) filter (where success), count(*) filter (where not success)"
                    + " from ops.migration",
                row -> row.getLong(2) == 0 ? String.valueOf(row.getString(1)) : "")
            .orElse("");
    return HealthCheckResponse.named("database")
        .withData("schema", version)
        .status(!version.isEmpty())
        .build();
  }
}
