package tracker.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tracker.shared.Ids;

/** Notes in the database what became of each backup and each drill. */
final class Runs {
  private static final int KEPT_DAYS = 400;

  private final DatabasePlace database;
  private final Supplier<Instant> clock;

  Runs(DatabasePlace database, Supplier<Instant> clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Work that gives the name of the backup it was about. */
  interface Work {
    String run();
  }

  /** Does it and notes how it ended; what it throws is thrown again. */
  String noted(String kind, Work work) {
    Instant began = clock.get();
    try {
      String name = work.run();
      note(kind, began, name, null);
      return name;
    } catch (BackupFailed e) {
      try {
        note(kind, began, null, e.getMessage());
      } catch (BackupFailed alsoFailed) {
        e.addSuppressed(alsoFailed);
      }
      throw e;
    }
  }

  private void note(String kind, Instant began, @Nullable String name, @Nullable String failure) {
    try (Connection connection = database.connect()) {
      try (PreparedStatement statement =
          connection.prepareStatement(
              "insert into backup.run (id, kind, name, began_at, ended_at, failure)"
                  + " values (?, ?, ?, ?, ?, ?)")) {
        statement.setObject(1, Ids.next());
        statement.setString(2, kind);
        statement.setString(3, name);
        statement.setObject(4, began.atOffset(ZoneOffset.UTC));
        statement.setObject(5, clock.get().atOffset(ZoneOffset.UTC));
        statement.setString(6, failure);
        statement.executeUpdate();
      }
      try (PreparedStatement statement =
          connection.prepareStatement("delete from backup.run where began_at < ?")) {
        statement.setObject(1, began.atOffset(ZoneOffset.UTC).minusDays(KEPT_DAYS));
        statement.executeUpdate();
      }
    } catch (SQLException e) {
      throw new BackupFailed("What became of the " + kind + " cannot be noted", e);
    }
  }
}
