package tracker.shared;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * One real PostgreSQL for all database tests of a run, with the product's schema. Tests share it
 * and make their own projects and accounts instead of emptying tables.
 */
public final class OnePostgres {
  private static final DataSource SOURCE = start();

  private OnePostgres() {}

  /** Connections to it. */
  public static DataSource source() {
    return SOURCE;
  }

  /** Statements against it. */
  public static Sql sql() {
    return new Sql(SOURCE);
  }

  private static DataSource start() {
    try {
      // ends with the JVM; C.UTF-8 as the product sets it, or Russian words would not be folded
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setLocaleConfig("locale", "C.UTF-8")
              .setServerConfig("timezone", "Asia/Kolkata")
              .start();
      DataSource source = server.getPostgresDatabase();
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:db/migration")
          .schemas("ops")
          .table("migration")
          .load()
          .migrate();
      return source;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
