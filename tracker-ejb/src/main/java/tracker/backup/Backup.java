package tracker.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tracker.attachment.Store;
import tracker.backup.Manifest.FilePart;
import tracker.backup.Manifest.SequencePart;
import tracker.backup.Manifest.TablePart;
import tracker.shared.Json;

/**
 * Makes one backup while everything goes on: all tables as they were at one moment, then the files.
 * A row comes into the database after its bytes came to the disk, and goes half a day before them:
 * so the bytes of each row of that moment are there.
 */
final class Backup {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final String LOCK = "hashtextextended('gerask backup', 0)";

  private final DatabasePlace database;
  private final BackupSettings settings;
  private final Store files;
  private final @Nullable Depot depot;
  private final Shelf shelf;

  /** Of this database and these files; a copy of each goes to the depot, where there is one. */
  Backup(DatabasePlace database, BackupSettings settings, Store files, @Nullable Depot depot) {
    this.database = database;
    this.settings = settings;
    this.files = files;
    this.depot = depot;
    this.shelf = new Shelf(settings.shelf(), settings.passphrase());
  }

  /** Makes it, removes those that are too many, and gives its name. */
  String make(Instant now) {
    try (Connection connection = database.connect()) {
      refuseSecond(connection);
      String name = NAME.format(now);
      write(connection, name, now);
      // the end of a connection is seen a moment later than that of the work
      run(connection, "select pg_advisory_unlock(" + LOCK + ")");
      return name;
    } catch (IOException | SQLException e) {
      throw new BackupFailed("The backup cannot be made", e);
    }
  }

  private void write(Connection connection, String name, Instant now)
      throws IOException, SQLException {
    Path part = shelf.begin(name);
    Manifest tables = tables(connection, part, now);
    Manifest whole = withFiles(tables, kept(), keys(part));
    try (OutputStream out = shelf.write(part.resolve(Manifest.NAME))) {
      out.write(Json.write(whole).getBytes(StandardCharsets.UTF_8));
    }
    Files.write(
        part.resolve(Shelf.CONTENTS),
        new TreeSet<>(whole.files().stream().map(FilePart::stored).toList()));
    Sums.write(part);
    shelf.finish(part, name);
    shelf.prune(settings.keep());
    if (depot != null) {
      depot.take(shelf, name);
      depot.prune(settings.keep());
    }
  }

  private static void refuseSecond(Connection connection) throws SQLException {
    if (!run(connection, "select pg_try_advisory_lock(" + LOCK + ")")) {
      throw new BackupFailed("Another backup is being made.");
    }
  }

  private static boolean run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getBoolean(1);
    }
  }

  private Manifest tables(Connection connection, Path part, Instant now)
      throws SQLException, IOException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    Catalog catalog = new Catalog(connection);
    List<String> migrations = catalog.migrations();
    if (migrations.isEmpty()) {
      throw new BackupFailed("The database at " + database + " holds nothing of Gerask.");
    }
    TableCopy copy = new TableCopy(connection);
    List<TablePart> tables = new ArrayList<>();
    for (Catalog.Table table : catalog.tables()) {
      TablePart place = new TablePart(table.name(), table.columns(), 0, "");
      try (OutputStream out =
          new GZIPOutputStream(shelf.write(part.resolve(place.path())), 1 << 16)) {
        RowSum sum = copy.out(table, out);
        tables.add(new TablePart(table.name(), table.columns(), sum.rows(), sum.sum()));
      }
    }
    List<SequencePart> sequences = catalog.sequences();
    connection.commit();
    connection.setAutoCommit(true);
    return new Manifest(
        Manifest.FORMAT, now, shelf.seals(), migrations, tables, sequences, List.of(), List.of());
  }

  private static Manifest withFiles(Manifest tables, List<FilePart> files, List<FilePart> keys) {
    return new Manifest(
        tables.format(),
        tables.madeAt(),
        tables.sealed(),
        tables.migrations(),
        tables.tables(),
        tables.sequences(),
        files,
        keys);
  }

  private List<FilePart> kept() throws IOException {
    List<String> names = new ArrayList<>();
    files.eachBefore(Instant.MAX, names::add);
    List<FilePart> parts = new ArrayList<>();
    for (String name : names) {
      try {
        Shelf.Weight weight = Shelf.weigh(files.open(name, 0));
        String stored = shelf.keep(weight.sha256(), () -> files.open(name, 0));
        parts.add(new FilePart(name, weight.size(), weight.sha256(), stored));
      } catch (NoSuchFileException e) {
        // swept meanwhile: no row of that moment is about it, or the drill will say so
      }
    }
    return parts;
  }

  private List<FilePart> keys(Path part) throws IOException {
    List<FilePart> parts = new ArrayList<>();
    for (Path key : Shelf.list(settings.keys())) {
      if (Files.isRegularFile(key)) {
        String name = key.getFileName().toString();
        try (OutputStream out = shelf.write(part.resolve("keys").resolve(name))) {
          Files.copy(key, out);
        }
        Shelf.Weight weight = Shelf.weigh(Files.newInputStream(key));
        parts.add(new FilePart(name, weight.size(), weight.sha256(), name));
      }
    }
    return parts;
  }
}
