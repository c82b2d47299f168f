package tracker.backup;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import tracker.attachment.AttachmentSettings;
import tracker.attachment.Store;
import tracker.shared.Clock;
import tracker.shared.Settings;

/**
 * What can be done with backups, for the worker and for the launcher. What goes wrong is a {@link
 * BackupFailed}; what became of backups and drills is noted in the database.
 */
public final class Backups {
  private final DatabasePlace database;
  private final BackupSettings settings;
  private final AttachmentSettings files;
  private final Clock clock;

  /** Of this database, with these settings. */
  public Backups(DatabasePlace database, Settings settings, Clock clock) {
    this.database = database;
    this.settings = BackupSettings.read(settings);
    this.files = AttachmentSettings.read(settings);
    this.clock = clock;
  }

  /** Makes one and gives its name. */
  public String make() {
    Backup backup = new Backup(database, settings, store());
    return runs().noted("backup", () -> backup.make(clock.now()));
  }

  /** Whether we may make the scratch database that a drill needs. */
  public boolean mayDrill() {
    try {
      return Drill.isAllowed(database);
    } catch (SQLException e) {
      throw new BackupFailed("The database cannot be asked", e);
    }
  }

  /** Restores this one, or the newest, for trial, and gives its name. */
  public String drill(@Nullable String name) {
    return runs().noted("drill", () -> drilled(name));
  }

  private String drilled(@Nullable String name) {
    if (!mayDrill()) {
      throw new BackupFailed(
          "A drill needs a scratch database: let the user of the database make one"
              + " (alter role … createdb).");
    }
    String found = shelf().find(name);
    new Drill(database, shelf()).prove(found);
    return found;
  }

  /**
   * Brings this one back.
   *
   * @param replace whether what the database holds already may go
   */
  public void restore(String name, boolean replace) {
    new Restore(database, settings, store(), files.arrivals()).restore(shelf().find(name), replace);
  }

  /** What is in one, in a few words. */
  public String told(String name) {
    Manifest manifest = shelf().manifest(name);
    return "%d tables with %d rows, %d files with %d bytes"
        .formatted(
            manifest.tables().size(), manifest.rows(), manifest.files().size(), manifest.bytes());
  }

  /** Brings the schema up to this version. */
  public void migrate() {
    database.migrate("latest");
  }

  private Store store() {
    return Store.of(files, clock::now);
  }

  private Runs runs() {
    return new Runs(database, clock::now);
  }

  private Shelf shelf() {
    return new Shelf(settings.shelf(), settings.passphrase());
  }
}
