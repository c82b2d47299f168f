package tracker.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tracker.backup.Manifest.FilePart;
import tracker.shared.Ids;

/**
 * Restores a backup into a scratch database on the same server and proves that it is whole: each
 * file as it was written, each table with the rows it was made of, and the bytes of each row about
 * a file.
 */
final class Drill {
  private final DatabasePlace database;
  private final Shelf shelf;

  Drill(DatabasePlace database, Shelf shelf) {
    this.database = database;
    this.shelf = shelf;
  }

  /** Whether we may make a scratch database. */
  static boolean isAllowed(DatabasePlace database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select rolcreatedb or rolsuper from pg_roles where rolname = current_user")) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  /** Proves this one; throws {@link BackupFailed} with what is wrong. */
  Manifest prove(String name) {
    try {
      Sums.check(shelf.backup(name));
      Manifest manifest = shelf.manifest(name);
      checkFiles(name, manifest);
      String scratch = "gerask_drill_" + Ids.next().toString().replace("-", "");
      run("create database " + scratch + " template template0");
      try {
        new Filling(shelf, name, manifest).fill(database.named(scratch));
        checkContent(name, manifest, database.named(scratch));
      } finally {
        run("drop database " + scratch + " with (force)");
      }
      return manifest;
    } catch (IOException | SQLException e) {
      throw new BackupFailed("Backup " + name + " cannot be restored", e);
    }
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void checkFiles(String name, Manifest manifest) {
    for (FilePart file : manifest.files()) {
      String wrong = wrong(file, manifest.sealed());
      if (wrong != null) {
        throw new BackupFailed("File " + file.name() + " of backup " + name + " " + wrong + ".");
      }
    }
  }

  private @Nullable String wrong(FilePart file, boolean sealed) {
    try (InputStream in = shelf.open(file.stored(), sealed)) {
      return Shelf.weigh(in).sha256().equals(file.sha256()) ? null : "is not as it was written";
    } catch (IOException e) {
      return "cannot be read";
    }
  }

  private static void checkContent(String name, Manifest manifest, DatabasePlace scratch)
      throws SQLException {
    Map<String, String> sums = new HashMap<>();
    manifest.files().forEach(file -> sums.put(file.name(), file.sha256()));
    try (Connection connection = scratch.connect();
        Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery("select id::text, sha256 from attachment.attachment")) {
        while (rows.next()) {
          if (!rows.getString(2).equals(sums.get(rows.getString(1)))) {
            throw new BackupFailed(
                "Backup " + name + " lacks the bytes of attachment " + rows.getString(1) + ".");
          }
        }
      }
    }
  }
}
