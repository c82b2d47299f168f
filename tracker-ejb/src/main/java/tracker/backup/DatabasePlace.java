package tracker.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database and who asks it, in JDBC's words. Connections are not those of the pool: a backup may
 * take longer than any statement there.
 */
public record DatabasePlace(String url, String user, String password) {
  private static final int CONNECT_SECONDS = 10;

  Connection connect() throws SQLException {
    Connection connection = source().getConnection();
    try (Statement statement = connection.createStatement()) {
      // as values are written must not depend on who asks
      statement.execute("set timezone = 'UTC'");
      statement.execute("set datestyle = 'ISO, YMD'");
      statement.execute("set intervalstyle = 'postgres'");
      statement.execute("set extra_float_digits = 3");
      statement.execute("set bytea_output = 'hex'");
      statement.execute("set statement_timeout = 0");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private PGSimpleDataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    source.setApplicationName("gerask backup");
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setTcpKeepAlive(true);
    return source;
  }

  /** Another database of the same server. */
  DatabasePlace named(String name) {
    String there = url.replaceFirst("^(jdbc:postgresql://[^/?]+/)[^?]*", "$1" + name);
    return new DatabasePlace(there, user, password);
  }

  /** Brings the schema up to this version, or to {@code latest}. */
  void migrate(String version) {
    Flyway.configure(DatabasePlace.class.getClassLoader())
        .dataSource(source())
        .locations("classpath:db/migration")
        .schemas("ops")
        .table("migration")
        .target(version)
        .load()
        .migrate();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return url.replaceFirst("[?].*", "");
  }
}
