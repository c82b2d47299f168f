package tracker.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tracker.shared.Settings;

/** What the launcher itself has to know before it starts anything. */
record LaunchSettings(
    int port,
    String publicUrl,
    String rootPath,
    Path dataDir,
    @Nullable DatabaseAddress outside,
    String adminEmail,
    boolean adminPasswordGiven,
    Map<String, String> variables,
    List<String> forwarded,
    List<String> jvmOptions,
    List<String> unused) {
  private static final Pattern ROOT = Pattern.compile("(/[A-Za-z0-9._~-]+)*");

  /** Reads and checks all; throws {@link Refusal} with a sentence for each that is wrong. */
  static LaunchSettings read(Environment environment) {
    List<String> wrong = Findings.of(environment);
    if (!wrong.isEmpty()) {
      throw new Refusal(String.join("\n", wrong));
    }
    Settings settings = environment.settings();
    int port = settings.number("PORT", 8080, 1, 65535);
    String root = rootPath(settings.text("ROOT_PATH", ""));
    return new LaunchSettings(
        port,
        publicUrl(settings.text("PUBLIC_URL", "http://localhost:" + port + root)),
        root,
        Path.of(settings.text("DATA_DIR", ".data")).toAbsolutePath().normalize(),
        DatabaseAddress.outside(settings),
        settings.text("ADMIN_EMAIL", "admin@gerask.local"),
        settings.secret("ADMIN_PASSWORD") != null,
        environment.variables(),
        forwarded(environment),
        words(settings.text("JVM_OPTIONS", "")),
        environment.unused());
  }

  static String rootPath(String given) {
    String path = given.replaceAll("/+$", "");
    String rooted = path.isEmpty() || path.startsWith("/") ? path : "/" + path;
    if (!ROOT.matcher(rooted).matches()) {
      throw new Settings.Wrong("ROOT_PATH must be a path like /tracker, but is \"" + given + "\".");
    }
    return rooted;
  }

  static String publicUrl(String given) {
    if (!given.matches("https?://[^/\\s]+(/\\S*)?")) {
      throw new Settings.Wrong(
          "PUBLIC_URL must be an address like https://tracker.example.com, but is \""
              + given
              + "\".");
    }
    return given.replaceAll("/+$", "");
  }

  /** Properties that the server process must see as this one does. */
  private static List<String> forwarded(Environment environment) {
    return environment.properties().entrySet().stream()
        .filter(one -> one.getKey().matches("(tracker|mp|gerask)[.].*"))
        .map(one -> "-D" + one.getKey() + "=" + one.getValue())
        .sorted()
        .collect(Collectors.toList());
  }

  private static List<String> words(String text) {
    return Stream.of(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  /** Without its values: there are secrets among them. */
  @Override
  public String toString() {
    return "LaunchSettings[" + publicUrl + "]";
  }

  /** Where the server tells whether it is ready. */
  String readyUrl() {
    return "http://127.0.0.1:" + port + rootPath + "/health/ready";
  }
}
