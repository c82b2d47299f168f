package tracker.system;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tracker.backup.BackupState;

/** What calls for an administrator, the worst first, and the runbook that says what to do. */
public enum Concern {
  DATABASE("Requests fail"),
  JOURNAL("The record of changes is altered"),
  DISK("A disk fills up"),
  BACKUP_FAILED("Backups fail or are old"),
  BACKUP_NONE("Backups fail or are old"),
  BACKUP_OLD("Backups fail or are old"),
  BACKUP_UNPROVEN("Backups fail or are old"),
  JOBS("Jobs wait or die"),
  NO_WORKER("Jobs wait or die"),
  NOTIFY("Messages do not go out"),
  WAITING("It is slow"),
  OTHER("Requests fail");

  /** As the alerts have it. */
  private static final Duration OLD = Duration.ofDays(2);

  private static final Map<String, Concern> BY_CHECK =
      Map.of(
          "database", DATABASE,
          "journal", JOURNAL,
          "disk", DISK,
          "jobs", JOBS,
          "notify", NOTIFY);

  private final String runbook;

  Concern(String runbook) {
    this.runbook = runbook;
  }

  /** The part of docs/runbooks.md about it. */
  public String runbook() {
    return runbook;
  }

  /** Its name in texts. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All that an installation gives rise to. */
  static List<Concern> of(InstallationView view) {
    Set<Concern> found = EnumSet.noneOf(Concern.class);
    for (Check check : view.checks()) {
      if (!check.up()) {
        found.add(BY_CHECK.getOrDefault(check.name(), OTHER));
      }
    }
    if (view.disks().stream().anyMatch(Disk::isLow)) {
      found.add(DISK);
    }
    if (view.pool() != null && view.pool().waiting() > 0) {
      found.add(WAITING);
    }
    // where none is known, the one that asks is between two connections
    if (!view.nodes().isEmpty()
        && view.nodes().stream().allMatch(one -> one.node().role().equals("web"))) {
      found.add(NO_WORKER);
    }
    found.addAll(of(view.backup(), view.now(), view.startedAt()));
    return new ArrayList<>(found);
  }

  private static List<Concern> of(BackupState backup, Instant now, Instant started) {
    List<Concern> found = new ArrayList<>();
    if (backup.failed()) {
      found.add(BACKUP_FAILED);
    }
    if (!backup.expected() && backup.made() == null) {
      found.add(BACKUP_NONE);
      return found;
    }
    Duration patience = backup.every().compareTo(OLD) > 0 ? backup.every().multipliedBy(2) : OLD;
    if (isOlder(backup.made(), now, patience, started)) {
      found.add(BACKUP_OLD);
    }
    if (isOlder(backup.proven(), now, patience, started)) {
      found.add(BACKUP_UNPROVEN);
    }
    return found;
  }

  // a node that has just come for the first time gets as long as the others for its first one
  private static boolean isOlder(
      @Nullable Instant done, Instant now, Duration patience, Instant started) {
    return (done == null ? started : done).plus(patience).isBefore(now);
  }
}
