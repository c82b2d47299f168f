package tracker.backup;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How backups stand.
 *
 * @param expected whether the worker makes them by itself (BACKUP_DIR)
 * @param every how long after one the next is due
 * @param made when the last good backup ended; null: never
 * @param tried when the last backup ended, good or not; null: never
 * @param proven when a backup was last restored and found whole; null: never
 * @param failure why the last backup or the last drill failed, one sentence; null where neither did
 */
public record BackupState(
    boolean expected,
    Duration every,
    @Nullable Instant made,
    @Nullable Instant tried,
    @Nullable Instant proven,
    @Nullable String failure) {
  /** Whether the last run of either kind failed. */
  public boolean failed() {
    return failure != null;
  }
}
