package tracker.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The PostgreSQL that a running product brought along, seen by its owner. */
public final class Database {
  private final Path data;

  private Database(Path data) {
    this.data = data;
  }

  public static Database of(Product product) {
    return new Database(product.data());
  }

  public static Database shared() {
    return of(Product.shared());
  }

  /** A connection as the superuser. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url("gerask"), "postgres", password());
  }

  /** The JDBC address of a database of this server. */
  String url(String name) {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + name;
  }

  /** What another node takes as DATABASE_URL to work on the same database. */
  public String forAnotherNode() {
    return "postgresql://gerask:" + password() + "@127.0.0.1:" + port() + "/gerask";
  }

  /** The password of both the owner and the product's own role. */
  public String password() {
    return read("database.password").strip();
  }

  /** Changes rows behind the product's back. */
  public int change(String sql, Object... args) {
    try (Connection connection = connect();
        PreparedStatement statement = bound(connection, sql, args)) {
      statement.execute();
      return statement.getUpdateCount();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The first column of all rows. */
  public List<String> column(String sql, Object... args) {
    try (Connection connection = connect();
        PreparedStatement statement = bound(connection, sql, args);
        ResultSet rows = statement.executeQuery()) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(String.valueOf(rows.getString(1)));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  public long number(String sql, Object... args) {
    return Long.parseLong(column(sql, args).get(0));
  }

  /** What the server wrote into its log from this place on. */
  String logFrom(long place) {
    byte[] all = bytes("logs/postgresql.log");
    int from = (int) Math.min(place, all.length);
    return new String(all, from, all.length - from, java.nio.charset.StandardCharsets.UTF_8);
  }

  long logLength() {
    return bytes("logs/postgresql.log").length;
  }

  public int port() {
    return read("database/postgresql.conf")
        .lines()
        .filter(line -> line.startsWith("port = "))
        .mapToInt(line -> Integer.parseInt(line.substring("port = ".length())))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No port in postgresql.conf of " + data));
  }

  private static PreparedStatement bound(Connection connection, String sql, Object... args)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < args.length; i++) {
      statement.setObject(i + 1, args[i]);
    }
    return statement;
  }

  private String read(String file) {
    return new String(bytes(file), java.nio.charset.StandardCharsets.UTF_8);
  }

  private byte[] bytes(String file) {
    try {
      return Files.readAllBytes(data.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
