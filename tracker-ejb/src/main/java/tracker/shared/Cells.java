package tracker.shared;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a row from left to right, each read once. For wide rows that are read often: the
 * driver looks up no name, and no time of day is worked out for a moment.
 */
public final class Cells {
  private final ResultSet row;
  private int at;

  /** Begins with the first column. */
  public Cells(ResultSet row) {
    this.row = row;
  }

  /** A text that is never null. */
  public String text() throws SQLException {
    return row.getString(++at);
  }

  /** A text, or null. */
  public @Nullable String textOrNull() throws SQLException {
    return row.getString(++at);
  }

  /** An id that is never null. */
  public UUID id() throws SQLException {
    return (UUID) row.getObject(++at);
  }

  /** An id, or null. */
  public @Nullable UUID idOrNull() throws SQLException {
    return (UUID) row.getObject(++at);
  }

  /** A moment that is never null. */
  public Instant time() throws SQLException {
    return row.getTimestamp(++at).toInstant();
  }

  /** A moment, or null. */
  public @Nullable Instant timeOrNull() throws SQLException {
    Timestamp time = row.getTimestamp(++at);
    return time == null ? null : time.toInstant();
  }

  public int number() throws SQLException {
    return row.getInt(++at);
  }

  public long longNumber() throws SQLException {
    return row.getLong(++at);
  }

  public boolean flag() throws SQLException {
    return row.getBoolean(++at);
  }

  /** An array of texts; empty where it is null. */
  public List<String> texts() throws SQLException {
    Array array = row.getArray(++at);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
