package tracker.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tracker.attachment.Store;
import tracker.backup.Manifest.FilePart;

/** Brings a backup back, into an installation in which nothing runs. */
final class Restore {
  private static final int LOOKS = 20;

  private final DatabasePlace database;
  private final BackupSettings settings;
  private final Store files;
  private final Path arrivals;
  private final Shelf shelf;

  /** Files lie in {@code arrivals} on their way in. */
  Restore(DatabasePlace database, BackupSettings settings, Store files, Path arrivals) {
    this.database = database;
    this.settings = settings;
    this.files = files;
    this.arrivals = arrivals;
    this.shelf = new Shelf(settings.shelf(), settings.passphrase());
  }

  /**
   * Restores this one.
   *
   * @param replace whether what the database holds already may go
   */
  Manifest restore(String name, boolean replace) {
    try {
      Sums.check(shelf.backup(name));
      Manifest manifest = shelf.manifest(name);
      clear(manifest, replace);
      new Filling(shelf, name, manifest).fill(database);
      for (FilePart file : manifest.files()) {
        bring(file, manifest.sealed());
      }
      for (FilePart key : manifest.keys()) {
        bringKey(name, key, manifest.sealed());
      }
      return manifest;
    } catch (IOException | SQLException e) {
      throw new BackupFailed("Backup " + name + " cannot be restored", e);
    }
  }

  private void clear(Manifest manifest, boolean replace) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      long others = others(statement);
      if (others > 0) {
        throw new BackupFailed(
            "The database is in use by %d connections: stop every Gerask first.".formatted(others));
      }
      List<String> migrations = new Catalog(connection).migrations();
      if (migrations.isEmpty()) {
        return;
      }
      if (!replace) {
        throw new BackupFailed(
            "The database holds an installation already; to lose it, say: restore "
                + shelf.find(null)
                + " replace.");
      }
      statement.execute(
          "drop schema " + String.join(", ", schemas(connection, manifest)) + " cascade");
    }
  }

  /** How many others are connected; one that has just left is on its way for a moment. */
  private static long others(Statement statement) throws SQLException {
    String count =
        "select count(*) from pg_stat_activity where datname = current_database()"
            + " and pid <> pg_backend_pid() and backend_type = 'client backend'";
    long others = number(statement, count);
    for (int looks = 1; others > 0 && looks < LOOKS; looks++) {
      statement.execute("select pg_sleep(0.1)");
      others = number(statement, count);
    }
    return others;
  }

  /** Those of ours that are there now, and those that come. */
  private static Set<String> schemas(Connection connection, Manifest manifest) throws SQLException {
    Set<String> there =
        Stream.concat(
                new Catalog(connection).tables().stream().map(Catalog.Table::name),
                Stream.of("ops.migration"))
            .map(Restore::schema)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> come =
        manifest.tables().stream().map(one -> schema(one.name())).collect(Collectors.toSet());
    try (Statement statement = connection.createStatement()) {
      for (String one : come) {
        if (number(statement, "select count(*) from pg_namespace where nspname = '" + one + "'")
            > 0) {
          there.add(one);
        }
      }
    }
    return there;
  }

  private static String schema(String table) {
    return table.substring(0, table.indexOf('.'));
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void bring(FilePart file, boolean sealed) throws IOException {
    Files.createDirectories(arrivals);
    Path part = Files.createTempFile(arrivals, "restored", ".part");
    try {
      copy(shelf.open(file.stored(), sealed), part, file);
      files.keep(file.name(), part);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void bringKey(String name, FilePart key, boolean sealed) throws IOException {
    Files.createDirectories(settings.keys());
    Path part =
        Files.createTempFile(
            settings.keys(),
            "restored",
            ".part",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    copy(shelf.read(shelf.backup(name).resolve("keys").resolve(key.name()), sealed), part, key);
    Files.move(part, settings.keys().resolve(key.name()), StandardCopyOption.REPLACE_EXISTING);
  }

  private static void copy(InputStream from, Path to, FilePart file) throws IOException {
    try (from) {
      // into the file that is there, so that it stays closed to others
      try (var out = Files.newOutputStream(to)) {
        from.transferTo(out);
      }
    }
    if (!Shelf.weigh(Files.newInputStream(to)).sha256().equals(file.sha256())) {
      throw new BackupFailed("File " + file.name() + " is not as it was written.");
    }
  }
}
