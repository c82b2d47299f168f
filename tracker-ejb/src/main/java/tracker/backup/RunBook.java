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
public class RunBook implements Figures {
  @Inject private Sql sql;

  /** How things stand. */
  public BackupState state() {
    BackupSettings settings = BackupSettings.read(Settings.ofProcess());
    return sql.first(
            "select max(ended_at) filter (where kind = 'backup' and failure is null) as made,"
                + " max(ended_at) filter (where kind = 'backup') as tried,"
                + " max(ended_at) filter (where kind = 'drill' and failure is null) as proven,"
                + " (select l.failure from (select distinct on (kind) failure, ended_at"
                + " from backup.run order by kind, ended_at desc) l where l.failure is not null"
                + " order by l.ended_at desc limit 1) as failure from backup.run",
            row ->
                new BackupState(
                    settings.byThemselves(),
                    settings.every(),
                    Sql.instant(row, "made"),
                    Sql.instant(row, "tried"),
                    Sql.instant(row, "proven"),
                    row.getString("failure")))
        .orElseThrow();
  }

  @Override
  public List<Figure> figures() {
    BackupState state = state();
    if (!state.expected() && state.made() == null && !state.failed()) {
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
