package tracker.shared;

import org.eclipse.microprofile.config.ConfigProvider;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections to the product's database that are not of the pool: for what waits or works longer
 * than the pool lets a statement.
 */
public final class BesidePool {
  private static final int CONNECT_SECONDS = 5;

  private BesidePool() {}

  /**
   * A source of them.
   *
   * @param name how PostgreSQL shows who is connected
   */
  public static PGSimpleDataSource of(String name) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(setting("gerask.db.url"));
    source.setUser(setting("gerask.db.user"));
    source.setPassword(setting("gerask.db.password"));
    source.setApplicationName(name);
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setTcpKeepAlive(true);
    return source;
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse("");
  }
}
