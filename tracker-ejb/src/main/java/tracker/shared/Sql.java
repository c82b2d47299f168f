package tracker.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * SQL where the database is the point: lists, search, reports, counters. It takes part in the
 * caller's transaction.
 *
 * <p>Arguments are bound in order: UUID, Instant, numbers, text, boolean, enum (by lower-case
 * name), byte[], and collections of UUID or text as SQL arrays ({@code = any(?)}).
 */
@ApplicationScoped
public class Sql {
  /** Reads one row. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** A statement with what its places take. */
  public record Call(String sql, @Nullable Object... args) {}

  /** A statement whose rows are read. */
  public record Query<T>(Call call, Row<T> reader) {}

  @Resource(lookup = "java:app/jdbc/gerask")
  private DataSource source;

  protected Sql() {}

  /** For tests without a container. */
  public Sql(DataSource source) {
    this.source = source;
  }

  public <T> List<T> list(String sql, Row<T> reader, @Nullable Object... args) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = bound(connection, sql, args);
        ResultSet rows = statement.executeQuery()) {
      return read(rows, reader);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /**
   * Reads any number of rows, so many at a time: no part outlives the next, as long as a
   * transaction runs.
   */
  public <T> void walk(
      int part, String sql, Row<T> reader, Consumer<List<T>> taker, @Nullable Object... args) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = bound(connection, sql, args)) {
      statement.setFetchSize(part);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (rows.next()) {
          found.add(reader.read(rows));
          if (found.size() == part) {
            taker.accept(found);
            found = new ArrayList<>();
          }
        }
        if (!found.isEmpty()) {
          taker.accept(found);
        }
      }
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** The first row, if there is one. */
  public <T> Optional<T> first(String sql, Row<T> reader, @Nullable Object... args) {
    List<T> found = list(sql, reader, args);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  /** How many rows an INSERT, UPDATE or DELETE touched. */
  public int change(String sql, @Nullable Object... args) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = bound(connection, sql, args)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** Runs statements in one round trip, in this order; nobody reads their rows. */
  public void together(List<Call> calls) {
    together(calls, null);
  }

  /** The same, and reads the rows of one more that comes last. */
  public <T> List<T> together(List<Call> calls, @Nullable Query<T> last) {
    List<Call> all = new ArrayList<>(calls);
    Optional.ofNullable(last).map(Query::call).ifPresent(all::add);
    String sql = all.stream().map(Call::sql).collect(Collectors.joining("; "));
    Object[] args = all.stream().flatMap(call -> Arrays.stream(call.args())).toArray();
    try (Connection connection = source.getConnection();
        PreparedStatement statement = bound(connection, sql, args)) {
      statement.execute();
      if (last == null) {
        return List.of();
      }
      for (int i = 0; i < calls.size(); i++) {
        statement.getMoreResults();
      }
      try (ResultSet rows = statement.getResultSet()) {
        return read(rows, last.reader());
      }
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  private static <T> List<T> read(ResultSet rows, Row<T> reader) throws SQLException {
    List<T> found = new ArrayList<>();
    while (rows.next()) {
      found.add(reader.read(rows));
    }
    return found;
  }

  /**
   * Waits until no other transaction is alone under this name; this one is until it ends. It lets
   * writers whose rules span several rows wait for each other.
   */
  public void alone(String name) {
    list("select pg_advisory_xact_lock(hashtextextended(?, 0)) is null", row -> true, name);
  }

  /**
   * The condition for a column to be one of these values; adds what its place takes. One alone is
   * asked for with {@code =}: it keeps the order of an index, and PostgreSQL keeps the plan.
   */
  public static String among(String column, Collection<?> values, List<? super Object> args) {
    boolean one = values.size() == 1;
    args.add(one ? values.iterator().next() : values);
    return column + (one ? " = ?" : " = any(?)");
  }

  private static PreparedStatement bound(
      Connection connection, String sql, @Nullable Object... args) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < args.length; i++) {
        bind(connection, statement, i + 1, args[i]);
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, int place, @Nullable Object value)
      throws SQLException {
    if (value instanceof Instant instant) {
      statement.setObject(place, instant.atOffset(ZoneOffset.UTC));
    } else if (value instanceof Enum<?> word) {
      statement.setString(place, word.name().toLowerCase(java.util.Locale.ROOT));
    } else if (value instanceof Collection<?> values) {
      statement.setArray(place, array(connection, values));
    } else {
      statement.setObject(place, value);
    }
  }

  private static Array array(Connection connection, Collection<?> values) throws SQLException {
    boolean ids = !values.isEmpty() && values.iterator().next() instanceof UUID;
    Object[] plain =
        values.stream()
            .map(v -> v instanceof Enum<?> e ? e.name().toLowerCase(java.util.Locale.ROOT) : v)
            .toArray();
    return connection.createArrayOf(ids ? "uuid" : "text", plain);
  }

  /** A time column, or null. */
  public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** A time column that is never null. */
  public static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** An id column, or null. */
  public static @Nullable UUID id(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  /** A text array column; empty where it is null. */
  public static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
