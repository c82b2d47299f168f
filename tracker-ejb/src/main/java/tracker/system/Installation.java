package tracker.system;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import tracker.backup.RunBook;
import tracker.identity.Allowed;
import tracker.identity.Right;
import tracker.shared.Build;
import tracker.shared.Clock;
import tracker.shared.Settings;

/** The door to how the installation stands, for administrators. */
@Stateless
public class Installation {
  @Inject private InstallationRows rows;
  @Inject private Health health;
  @Inject private RunBook backups;
  @Inject private Clock clock;

  /** As it is now, seen from this node. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.ADMIN)
  public InstallationView now() {
    List<Check> checks = health.ask().stream().sorted(Comparator.comparing(Check::name)).toList();
    return new InstallationView(
        clock.now(),
        Build.ours(),
        Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
        rows.database(),
        Pool.now().orElse(null),
        rows.nodes(),
        Disk.all(Settings.ofProcess()),
        checks,
        backups.state());
  }
}
