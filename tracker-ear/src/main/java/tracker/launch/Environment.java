package tracker.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tracker.ops.KnownSettings;
import tracker.shared.Settings;

/**
 * Where the launcher's settings come from: {@code -D} properties, then the environment, then the
 * file {@code .env} of the working directory (or the one that ENV_FILE names).
 */
record Environment(
    Map<String, String> properties, Map<String, String> variables, Set<String> inFile) {

  /** Nothing comes from a file. */
  Environment(Map<String, String> properties, Map<String, String> variables) {
    this(properties, variables, Set.of());
  }

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
    Set<String> inFile = new TreeSet<>(variables.keySet());
    inFile.removeAll(System.getenv().keySet());
    variables.putAll(System.getenv());
    return new Environment(properties, variables, inFile);
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

  /** Where the value of a setting comes from, in words; null where it is not set. */
  @Nullable String origin(String name) {
    for (String spelled : List.of(name, Settings.property(name))) {
      if (isSet(properties.get(spelled))) {
        return "property " + spelled;
      }
      for (String variable : List.of(spelled, variable(spelled))) {
        if (isSet(variables.get(variable))) {
          return inFile.contains(variable) ? "settings file" : "environment";
        }
      }
    }
    return null;
  }

  private static boolean isSet(@Nullable String value) {
    return value != null && !value.isBlank();
  }

  /** A sentence for each {@code tracker.*} or {@code TRACKER_*} name that means nothing. */
  List<String> unknown() {
    Stream<String> ofProperties =
        properties.keySet().stream()
            .filter(name -> name.startsWith("tracker."))
            .filter(name -> !KnownSettings.isKnown(variable(name.substring(8))));
    Stream<String> ofVariables =
        variables.keySet().stream()
            .filter(name -> name.startsWith("TRACKER_"))
            .filter(name -> !KnownSettings.isKnown(name.substring(8)));
    return Stream.concat(ofProperties.sorted(), ofVariables.sorted())
        .map(name -> "The setting " + name + " is unknown; docs/operations.md lists all settings.")
        .toList();
  }

  /** A sentence for each name that is accepted and not read. */
  List<String> unused() {
    return variables.keySet().stream()
        .sorted()
        .map(OtherNames::said)
        .flatMap(Optional::stream)
        .toList();
  }
}
