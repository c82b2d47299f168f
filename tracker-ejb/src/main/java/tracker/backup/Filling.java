package tracker.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import tracker.backup.Manifest.SequencePart;
import tracker.backup.Manifest.TablePart;

/**
 * Fills an empty database with the tables of a backup and looks whether they came to be the same.
 * The schema comes from the migrations: up to the one that the backup was made with.
 */
final class Filling {
  private final Shelf shelf;
  private final String name;
  private final Manifest manifest;

  Filling(Shelf shelf, String name, Manifest manifest) {
    this.shelf = shelf;
    this.name = name;
    this.manifest = manifest;
  }

  void fill(DatabasePlace database) throws SQLException, IOException {
    if (manifest.format() != Manifest.FORMAT) {
      throw new BackupFailed("Backup " + name + " was made by a newer Gerask.");
    }
    database.migrate(manifest.newestMigration());
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      refuseOtherSchema(connection);
      load(connection);
      compare(connection);
      connection.commit();
    }
  }

  private void refuseOtherSchema(Connection connection) throws SQLException {
    List<String> here = new Catalog(connection).migrations().stream().sorted().toList();
    if (!here.equals(manifest.migrations().stream().sorted().toList())) {
      throw new BackupFailed(
          "Backup "
              + name
              + " was made with other migrations than this Gerask has: take the version that made"
              + " it, or a newer one.");
    }
  }

  private void load(Connection connection) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      // rows come as they were: nothing has to follow from them
      for (TablePart table : manifest.tables()) {
        statement.execute("alter table " + table.name() + " disable trigger user");
      }
      statement.execute(
          "truncate "
              + manifest.tables().stream().map(TablePart::name).collect(Collectors.joining(", ")));
      TableCopy copy = new TableCopy(connection);
      for (TablePart table : manifest.tables()) {
        load(copy, table);
      }
      for (TablePart table : manifest.tables()) {
        statement.execute("alter table " + table.name() + " enable trigger user");
      }
      statement.execute("analyze");
    }
    for (SequencePart sequence : manifest.sequences()) {
      set(connection, sequence);
    }
  }

  private void load(TableCopy copy, TablePart table) throws SQLException, IOException {
    try (InputStream in =
        new GZIPInputStream(
            shelf.read(shelf.backup(name).resolve(table.path()), manifest.sealed()), 1 << 16)) {
      refuseOther(table, copy.in(new Catalog.Table(table.name(), table.columns()), in), "holds");
    }
  }

  private void compare(Connection connection) throws SQLException, IOException {
    TableCopy copy = new TableCopy(connection);
    for (TablePart table : manifest.tables()) {
      Catalog.Table there = new Catalog.Table(table.name(), table.columns());
      refuseOther(table, copy.out(there, OutputStream.nullOutputStream()), "gives");
    }
    List<String> tables =
        new Catalog(connection).tables().stream().map(Catalog.Table::name).sorted().toList();
    if (!tables.equals(manifest.tables().stream().map(TablePart::name).sorted().toList())) {
      throw new BackupFailed("Backup " + name + " does not hold all tables.");
    }
  }

  private void refuseOther(TablePart table, RowSum sum, String does) {
    if (sum.rows() != table.rows() || !sum.sum().equals(table.sum())) {
      throw new BackupFailed(
          "Table %s of backup %s %s %d rows that are not the %d it was made of."
              .formatted(table.name(), name, does, sum.rows(), table.rows()));
    }
  }

  private static void set(Connection connection, SequencePart sequence) throws SQLException {
    Long last = sequence.last();
    if (last == null) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement("select setval(?::regclass, ?)")) {
      statement.setString(1, sequence.name());
      statement.setLong(2, last);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
      }
    }
  }
}
