package tracker.backup;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Map<String, Manifest> proven = new HashMap<>();

  /** Of this database, with these settings. */
  public Backups(DatabasePlace database, Settings settings, Clock clock) {
    this.database = database;
    this.settings = BackupSettings.read(settings);
    this.files = AttachmentSettings.read(settings);
    this.clock = clock;
  }

  /** Makes one and gives its name. */
  public String make() {
    Backup backup = new Backup(database, settings, store(), depot());
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
    Depot depot = depot();
    return depot == null ? proven(shelf().find(name), shelf()) : fetched(depot, name);
  }

  private String proven(String name, Shelf from) {
    proven.put(name, new Drill(database, from).prove(name));
    return name;
  }

  /** What lies elsewhere has to be good, whatever lies here. */
  private String fetched(Depot depot, @Nullable String name) {
    List<String> names = depot.names();
    String wanted = name == null && !names.isEmpty() ? names.get(names.size() - 1) : name;
    if (wanted == null || !names.contains(wanted)) {
      throw new BackupFailed(
          "There is no such backup in the bucket " + depot + ", but " + names + ".");
    }
    Shelf scratch = new Shelf(settings.keys().resolveSibling("drill"), settings.passphrase());
    try {
      scratch.remove();
      depot.bring(wanted, scratch);
      return proven(wanted, scratch);
    } catch (IOException e) {
      throw new BackupFailed("There is no room to fetch a backup to", e);
    } finally {
      clear(scratch);
    }
  }

  private static void clear(Shelf scratch) {
    try {
      scratch.remove();
    } catch (IOException e) {
      throw new BackupFailed("What was fetched for a drill cannot be removed", e);
    }
  }

  /**
   * Brings this one back.
   *
   * @param replace whether what the database holds already may go
   */
  public void restore(String name, boolean replace) {
    Depot depot = depot();
    if (depot != null && !shelf().names().contains(name) && depot.names().contains(name)) {
      depot.bring(name, shelf());
    }
    new Restore(database, settings, store(), files.arrivals()).restore(shelf().find(name), replace);
  }

  /** What is in one, in a few words. */
  public String told(String name) {
    Manifest drilled = proven.get(name); // it may lie in the bucket alone
    Manifest manifest = drilled == null ? shelf().manifest(name) : drilled;
    return "%d tables with %d rows, %d files with %d bytes"
        .formatted(
            manifest.tables().size(), manifest.rows(), manifest.files().size(), manifest.bytes());
  }

  /** Brings the schema up to this version. */
  public void migrate() {
    database.migrate("latest");
  }

  private @Nullable Depot depot() {
    return Depot.of(settings, clock::now);
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
