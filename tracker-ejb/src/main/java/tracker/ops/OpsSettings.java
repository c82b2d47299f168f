package tracker.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tracker.shared.Settings;

/**
 * The settings of running the product, with their defaults.
 *
 * @param limits whether calls are limited at all (RATE_LIMIT_ENABLED)
 * @param perMinute calls per address, and per account (RATE_LIMIT_PER_MINUTE): 20 a second is far
 *     above a person with several pages open
 * @param authPerMinute POSTs under /auth per address (RATE_LIMIT_AUTH_PER_MINUTE): a check of a
 *     password costs a quarter of a second of a core, so one address can take half a core at most
 * @param tasksPerMinute calls that create tasks, per address (RATE_LIMIT_TASKS_PER_MINUTE)
 * @param corsOrigins who may call from a page of another origin (CORS_ORIGINS)
 * @param logLevel least level that is logged: DEBUG, INFO, WARNING, ERROR (LOG_LEVEL)
 * @param logFile where to log besides stdout (LOG_FILE)
 * @param debug the same as the level DEBUG
 */
public record OpsSettings(
    boolean limits,
    int perMinute,
    int authPerMinute,
    int tasksPerMinute,
    List<String> corsOrigins,
    String logLevel,
    @Nullable String logFile,
    boolean debug) {
  private static final int MOST = 10_000_000;

  public static OpsSettings read(Settings settings) {
    List<String> origins = settings.list("CORS_ORIGINS");
    return new OpsSettings(
        settings.flag("RATE_LIMIT_ENABLED", true),
        settings.number("RATE_LIMIT_PER_MINUTE", 1200, 1, MOST),
        settings.number("RATE_LIMIT_AUTH_PER_MINUTE", 120, 1, MOST),
        settings.number("RATE_LIMIT_TASKS_PER_MINUTE", 60, 1, MOST),
        origins.isEmpty() ? List.of("http://localhost") : origins,
        settings.text("LOG_LEVEL", "INFO"),
        settings.text("LOG_FILE"),
        settings.flag("DEBUG", false));
  }
}
