package tracker.system;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tracker.backup.BackupState;
import tracker.shared.Build;

/**
 * How the installation stands, as one of its nodes sees it.
 *
 * @param now when that was
 * @param startedAt when this node began
 * @param pool this node's connections; null where the server does not tell
 * @param nodes all that listen now
 * @param disks this node's
 * @param checks what /health says
 */
public record InstallationView(
    Instant now,
    Build build,
    Instant startedAt,
    DatabaseState database,
    @Nullable Pool pool,
    List<Present> nodes,
    List<Disk> disks,
    List<Check> checks,
    BackupState backup) {
  /** What calls for somebody, the worst first. */
  public List<Concern> concerns() {
    return Concern.of(this);
  }
}
