package tracker.launch;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tracker.ops.KnownSetting;
import tracker.ops.KnownSettings;
import tracker.shared.Settings;

/**
 * {@code java -jar gerask.jar config check}: prints what would hold, without secrets, and what is
 * wrong with it. Nothing is started, made or written.
 */
final class ConfigCheck {
  private final Environment environment;
  private final Settings settings;

  ConfigCheck(Environment environment) {
    this.environment = environment;
    this.settings = environment.settings();
  }

  /** Prints all and gives the exit code: 0 where Gerask could be started so, else 1. */
  int print(PrintStream out) {
    List<String> wrong = Findings.of(environment);
    wrong.addAll(Findings.ofPlaces(environment));
    for (KnownSetting one : KnownSettings.all()) {
      if (!(one.kind() instanceof KnownSetting.Unused)) {
        out.println(one.name() + " = " + shown(one));
      }
    }
    out.println();
    environment.unused().forEach(out::println);
    wrong.forEach(sentence -> out.println("WRONG: " + sentence));
    out.println(
        wrong.isEmpty()
            ? "These settings can be used."
            : wrong.size() == 1 ? "One setting is wrong." : wrong.size() + " settings are wrong.");
    return wrong.isEmpty() ? 0 : 1;
  }

  private String shown(KnownSetting one) {
    String origin = environment.origin(one.name());
    String file = settings.text(one.name() + "_FILE");
    if (one.kind() instanceof KnownSetting.Secret) {
      if (file != null) {
        return "secret (in " + file + ")";
      }
      return origin == null ? one.usual() + " (usual)" : "secret (" + origin + ")";
    }
    String value = settings.text(one.name());
    if (value == null) {
      return usual(one) + " (usual)";
    }
    return value + " (" + origin + ")";
  }

  private String usual(KnownSetting one) {
    return switch (one.name()) {
      case "PUBLIC_URL" -> "http://localhost:" + settings.text("PORT", "8080") + root();
      case "DATA_DIR" -> absolute(one.usual());
      case "UPLOAD_DIR" -> absolute(settings.text("DATA_DIR", ".data") + "/uploads");
      default -> one.usual();
    };
  }

  private String root() {
    @Nullable String given = settings.text("ROOT_PATH");
    return given == null || given.equals("/") ? "" : given;
  }

  private static String absolute(String path) {
    return Path.of(path).toAbsolutePath().normalize().toString();
  }
}
