package tracker.ops;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tracker.shared.Settings;

/** Puts our log in the place of the server's: JSON lines, and the server only where it warns. */
@Singleton
@Startup
public class Logs {
  /** The launcher says so to the server that it starts. */
  private static final String LAUNCHED = "gerask.launched";

  private static final Logger LOG = Logger.getLogger(Logs.class.getName());
  // the log manager holds loggers weakly: without these the levels would be lost
  private static final List<Logger> HELD = new ArrayList<>();
  private static final List<String> LOUD =
      List.of(
          "com.sun",
          "com.hazelcast",
          "fish.payara",
          "jakarta.enterprise",
          "javax.enterprise",
          "org.eclipse",
          "org.flywaydb",
          "org.glassfish",
          "org.jboss",
          "org.primefaces",
          "PayaraMicro");

  @PostConstruct
  void install() {
    OpsSettings settings = OpsSettings.read(Settings.ofProcess());
    Level own = settings.debug() ? Level.FINE : level(settings.logLevel());
    set("tracker", own);
    if (!Boolean.getBoolean(LAUNCHED)) {
      return; // a server that is not ours alone keeps its own log
    }
    Logger root = Logger.getLogger("");
    LogOutput output = new LogOutput(file(settings.logFile()));
    for (Handler old : root.getHandlers()) {
      root.removeHandler(old);
    }
    root.addHandler(output);
    root.setLevel(Level.WARNING);
    LOUD.forEach(name -> set(name, Level.WARNING));
  }

  private static void set(String name, Level level) {
    Logger logger = Logger.getLogger(name);
    logger.setLevel(level);
    HELD.add(logger);
  }

  static Level level(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "DEBUG" -> Level.FINE;
      case "INFO" -> Level.INFO;
      case "WARN", "WARNING" -> Level.WARNING;
      case "ERROR", "CRITICAL" -> Level.SEVERE;
      default ->
          throw new Settings.Wrong(
              "LOG_LEVEL must be DEBUG, INFO, WARN, WARNING, ERROR or CRITICAL, but is \""
                  + word
                  + "\".");
    };
  }

  private static @Nullable LogFile file(@Nullable String path) {
    if (path == null) {
      return null;
    }
    try {
      return new LogFile(Path.of(path));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "LOG_FILE cannot be written: {0}", e.toString());
      return null;
    }
  }
}
