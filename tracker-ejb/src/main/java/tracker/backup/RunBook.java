package tracker.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tracker.shared.Figures;
import tracker.shared.Settings;
import tracker.shared.Sql;

/** When the last backup was made and the last one proven, for the worker and for operators. */
@ApplicationScoped
class RunBook implements Figures {
  @Inject private Sql sql;

  /**
   * How things stand.
   *
   * @param made when the last good backup ended; null: never
   * @param tried when the last backup ended, good or not; null: never
   * @param proven when the last good drill ended; null: never
   * @param failed whether the last run of either kind failed
   */
  record State(
      @Nullable Instant made, @Nullable Instant tried, @Nullable Instant proven, boolean failed) {}

  State state() {
    return sql.first(
            "select max(ended_at) filter (where kind = 'backup' and failure is null) as made,"
                + " max(ended_at) filter (where kind = 'backup') as tried,"
                + " max(ended_at) filter (where kind = 'drill' and failure is null) as proven,"
                + " coalesce((select bool_or(l.failure is not null) from (select distinct on (kind)"
                + " failure from backup.run order by kind, ended_at desc) l), false) as failed"
                + " from backup.run",
            row ->
                new State(
                    Sql.instant(row, "made"),
                    Sql.instant(row, "tried"),
                    Sql.instant(row, "proven"),
                    row.getBoolean("failed")))
        .orElseThrow();
  }

  @Override
  public List<Figure> figures() {
    State state = state();
    boolean expected = BackupSettings.read(Settings.ofProcess()).byThemselves();
    if (!expected && state.made() == null && !state.failed()) {
      return List.of();
    }
    return List.of(
        new Figure(
            "gerask_backup_last_seconds",
            "When the last good backup ended, as Unix time; 0 for never",
            seconds(state.made())),
        new Figure(
            "gerask_backup_last_verified_seconds",
            "When a backup was last restored and found whole, as Unix time; 0 for never",
            seconds(state.proven())),
        new Figure(
            "gerask_backup_failed",
            "1 where the last backup or the last drill failed",
            state.failed() ? 1 : 0));
  }

  private static double seconds(@Nullable Instant time) {
    return time == null ? 0 : time.getEpochSecond();
  }
}
