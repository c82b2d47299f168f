package tracker.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tracker.ops.KnownSettings;
import tracker.shared.Settings;

/**
 * Where the launcher's settings come from: {@code -D} properties, then the environment, then the
 * file {@code .env} of the working directory (or the one that ENV_FILE names).
 */
record Environment(Map<String, String> properties, Map<String, String> variables) {

  /** What this process was started with. */
  static Environment ofProcess() {
    Map<String, String> properties = new LinkedHashMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      properties.put(name, System.getProperty(name));
    }
    Map<String, String> variables = new LinkedHashMap<>();
    String named = System.getenv("ENV_FILE");
    Path file = Path.of(named == null || named.isBlank() ? ".env" : named);
    if (Files.isReadable(file)) {
      variables.putAll(read(file));
    } else if (named != null && !named.isBlank()) {
      throw new Refusal("ENV_FILE names " + named + ", which cannot be read.");
    }
    variables.putAll(System.getenv());
    return new Environment(properties, variables);
  }

  /** Lines of {@code NAME=value}; empty lines and lines that start with # say nothing. */
  static Map<String, String> read(Path file) {
    Map<String, String> found = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        int equals = line.indexOf('=');
        if (!line.isBlank() && !line.strip().startsWith("#") && equals > 0) {
          String name = line.substring(0, equals).strip().replaceFirst("^export\\s+", "");
          found.put(name, unquoted(line.substring(equals + 1).strip()));
        }
      }
    } catch (IOException e) {
      throw new Refusal("The settings file " + file + " cannot be read as UTF-8 text.");
    }
    return found;
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.startsWith("\"") && value.endsWith("\"")
                || value.startsWith("'") && value.endsWith("'"));
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  Settings settings() {
    return new Settings(this::value);
  }

  private @Nullable String value(String name) {
    String property = properties.get(name);
    if (property != null) {
      return property;
    }
    String variable = variables.get(name);
    return variable != null ? variable : variables.get(variable(name));
  }

  /** The environment name of a property, as MicroProfile Config reads it. */
  private static String variable(String property) {
    return property.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  /** Stops at the first {@code tracker.*} or {@code TRACKER_*} name that means nothing. */
  void refuseUnknown() {
    for (String name : new TreeSet<>(properties.keySet())) {
      if (name.startsWith("tracker.") && !KnownSettings.isKnown(variable(name.substring(8)))) {
        throw unknown(name);
      }
    }
    for (String name : new TreeSet<>(variables.keySet())) {
      if (name.startsWith("TRACKER_") && !KnownSettings.isKnown(name.substring(8))) {
        throw unknown(name);
      }
    }
  }

  private static Refusal unknown(String name) {
    return new Refusal(
        "The setting " + name + " is unknown; docs/operations.md lists all settings.");
  }
}
