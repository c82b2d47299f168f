package tracker.launch;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tracker.shared.Settings;

/**
 * Where the database is and who asks it, in JDBC's words.
 *
 * @param pool where calls are asked for: a pooler such as PgBouncer, or the same as the url
 */
record DatabaseAddress(String url, String pool, String user, String password) {
  private static final Pattern PLACE = Pattern.compile("//[^/]+/");

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Long enough for a machine that is busy with other things. */
  private static final int LOGIN_SECONDS = 20;

  /** The outside database that the settings name, or null where they name none. */
  static @Nullable DatabaseAddress outside(Settings settings) {
    DatabaseAddress direct = direct(settings);
    String pooler = settings.text("DB_POOLER");
    if (pooler == null) {
      return direct;
    }
    if (direct == null) {
      throw new Settings.Wrong(
          "DB_POOLER stands before an outside database: set DB_HOST or DATABASE_URL too.");
    }
    // a transaction may come to another session than the one before: what the driver would prepare
    // in one is not there in the next
    String url =
        PLACE.matcher(direct.url).replaceFirst("//" + Matcher.quoteReplacement(pooler) + "/");
    return new DatabaseAddress(
        direct.url, url + "&prepareThreshold=0", direct.user, direct.password);
  }

  private static @Nullable DatabaseAddress direct(Settings settings) {
    String url = settings.secret("DATABASE_URL");
    if (url != null) {
      return ofUrl(url, settings);
    }
    String host = settings.text("DB_HOST");
    if (host == null) {
      return null;
    }
    int port = settings.number("DB_PORT", 5432, 1, 65535);
    return at(
        address(host, port, settings.text("DB_NAME", "gerask")), user(settings), word(settings));
  }

  private static DatabaseAddress at(String url, String user, String password) {
    return new DatabaseAddress(url, url, user, password);
  }

  static DatabaseAddress local(int port, String name, String user, String password) {
    return at(address("127.0.0.1", port, name), user, password);
  }

  private static String address(String host, int port, String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
    return "jdbc:postgresql://"
        + host
        + ":"
        + port
        + "/"
        + encoded
        + "?connectTimeout=3&tcpKeepAlive=true";
  }

  private static String user(Settings settings) {
    return settings.text("DB_USERNAME", settings.text("DB_USER", "gerask"));
  }

  private static String word(Settings settings) {
    String password = settings.secret("DB_PASSWORD");
    return password == null ? "" : password;
  }

  private static DatabaseAddress ofUrl(String url, Settings settings) {
    String plain = url.startsWith("jdbc:") ? url.substring(5) : url;
    if (!plain.startsWith("postgresql://") && !plain.startsWith("postgres://")) {
      throw wrong();
    }
    URI uri;
    try {
      uri = new URI(plain);
    } catch (java.net.URISyntaxException e) {
      throw wrong();
    }
    if (uri.getHost() == null) {
      throw wrong();
    }
    Parts parts = Parts.of(uri);
    String name =
        uri.getPath() == null || uri.getPath().length() < 2 ? "gerask" : uri.getPath().substring(1);
    int port = uri.getPort() < 0 ? 5432 : uri.getPort();
    String more = parts.rest().isEmpty() ? "" : "&" + parts.rest();
    return at(
        address(uri.getHost(), port, name) + more,
        parts.user() == null ? user(settings) : parts.user(),
        parts.password() == null ? word(settings) : parts.password());
  }

  private static Settings.Wrong wrong() {
    return new Settings.Wrong(
        "DATABASE_URL must look like postgresql://user:password@host:5432/name"
            + " or jdbc:postgresql://host:5432/name.");
  }

  /** Who, and the other parameters, from both places of a URL that may say it. */
  private record Parts(@Nullable String user, @Nullable String password, String rest) {
    static Parts of(URI uri) {
      String user = null;
      String password = null;
      String who = uri.getRawUserInfo();
      if (who != null) {
        int colon = who.indexOf(':');
        user = decoded(colon < 0 ? who : who.substring(0, colon));
        password = colon < 0 ? null : decoded(who.substring(colon + 1));
      }
      StringBuilder rest = new StringBuilder();
      String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
      for (String one : query.split("&", -1)) {
        if (one.startsWith("user=")) {
          user = decoded(one.substring(5));
        } else if (one.startsWith("password=")) {
          password = decoded(one.substring(9));
        } else if (!one.isEmpty() && !one.startsWith("connectTimeout=")) {
          rest.append(rest.isEmpty() ? "" : "&").append(one);
        }
      }
      return new Parts(user, password, rest.toString());
    }

    private static String decoded(String text) {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
  }

  Connection connect() throws SQLException {
    Properties who = new Properties();
    who.setProperty("user", user);
    who.setProperty("password", password);
    who.setProperty("loginTimeout", Integer.toString(LOGIN_SECONDS));
    return DriverManager.getConnection(url, who);
  }

  /** Refuses to go on where nobody answers, or where this user may not come in. */
  void refuseUnreachable() {
    SQLException[] last = new SQLException[1];
    boolean reached =
        Wait.until(
            PATIENCE,
            () -> {
              try (Connection connection = connect()) {
                return connection.isValid(2);
              } catch (SQLException e) {
                last[0] = e;
                return e.getSQLState() != null && !e.getSQLState().startsWith("08");
              }
            });
    SQLException why = last[0];
    if (why != null && why.getSQLState() != null && !why.getSQLState().startsWith("08")) {
      throw new Refusal("The database at " + place() + " refuses us: " + said(why) + ".");
    }
    if (!reached) {
      throw new Refusal("The database at " + place() + " cannot be reached.");
    }
  }

  /** The driver's first line, without its full stop. */
  static String said(SQLException e) {
    String message = String.valueOf(e.getMessage());
    return message
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst("^FATAL: ", "")
        .replaceFirst("[.]+$", "");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "DatabaseAddress[" + place() + "]";
  }

  /** Host, port and name: what may be said aloud. */
  String place() {
    return url.substring("jdbc:postgresql://".length(), url.indexOf('?'));
  }
}
