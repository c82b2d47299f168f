package tracker.backup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import tracker.job.Job;
import tracker.shared.Clock;
import tracker.shared.Settings;

/** Makes a backup where one is due, and proves it. */
@Dependent
class BackupJob implements Job {
  private static final Duration LOOK = Duration.ofMinutes(1);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);

  @Inject private RunBook book;
  @Inject private Clock clock;

  @Override
  public String kind() {
    return "backup.make";
  }

  @Override
  public Duration every() {
    return LOOK;
  }

  @Override
  public void run(String about) {
    Settings process = Settings.ofProcess();
    BackupSettings settings = BackupSettings.read(process);
    if (!settings.byThemselves() || !isDue(settings.every())) {
      return;
    }
    Backups backups =
        new Backups(
            new DatabasePlace(
                setting("gerask.db.url"), setting("gerask.db.user"), setting("gerask.db.password")),
            process,
            clock);
    String name = backups.make();
    if (settings.drilled() && backups.mayDrill()) {
      backups.drill(name);
    }
  }

  private boolean isDue(Duration every) {
    BackupState state = book.state();
    return isPast(state.made(), every) && isPast(state.tried(), AFTER_FAILURE);
  }

  private boolean isPast(@Nullable Instant last, Duration pause) {
    return last == null || !last.plus(pause).isAfter(clock.now());
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse("");
  }
}
