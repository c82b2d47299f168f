package tracker.launch;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.api.FlywayException;
import tracker.backup.BackupFailed;
import tracker.backup.Backups;
import tracker.backup.DatabasePlace;
import tracker.shared.Clock;
import tracker.shared.Settings;

/**
 * The first class of the process that an {@link Errand} starts: it has the application's libraries
 * and no server. The environment tells settings and the database, as it tells the server.
 */
public final class Beside {
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Beside() {}

  /** Ends with 0 where all went well, else with 1 after one sentence on standard error. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) {
    FLYWAY.setLevel(Level.WARNING);
    Settings settings = Environment.ofProcess().settings();
    Backups backups =
        new Backups(
            new DatabasePlace(
                settings.text("GERASK_DB_URL", ""),
                settings.text("GERASK_DB_USER", ""),
                settings.text("GERASK_DB_PASSWORD", "")),
            settings,
            new Clock());
    long began = System.nanoTime();
    try {
      String done = done(backups, args);
      long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
      System.out.println(done + " It took " + seconds + " s.");
    } catch (BackupFailed | Settings.Wrong e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (FlywayException e) {
      System.err.println(
          "The schema cannot be changed: " + String.valueOf(e.getMessage()).strip() + ".");
      System.exit(1);
    }
  }

  private static String done(Backups backups, String... args) {
    switch (args[0]) {
      case "backup" -> {
        String name = backups.make();
        return "Backup " + name + " is made: " + backups.told(name) + ".";
      }
      case "restore" -> {
        backups.restore(args[1], args.length > 2);
        return "Backup " + args[1] + " is restored and whole: " + backups.told(args[1]) + ".";
      }
      case "restore-drill" -> {
        String name = backups.drill(args.length > 1 ? args[1] : null);
        return "Backup %s was restored for trial and is whole: %s."
            .formatted(name, backups.told(name));
      }
      default -> {
        backups.migrate();
        return "The schema is up to date.";
      }
    }
  }
}
