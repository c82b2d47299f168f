package tracker.launch;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tracker.ops.KnownSetting;
import tracker.ops.KnownSettings;
import tracker.shared.Settings;

/** What keeps these settings from a start, one sentence each. */
final class Findings {
  private static final int SHORTEST_PASSWORD = 8;
  private static final Set<String> DEFAULT_SECRETS =
      Set.of("changeme", "secret", "secret-key", "your-secret-key", "default", "insecure");

  private final Environment environment;
  private final Settings settings;
  private final Set<String> sentences = new LinkedHashSet<>();

  private Findings(Environment environment) {
    this.environment = environment;
    this.settings = environment.settings();
  }

  /** All of them, in the order of the settings; nothing where a start may be tried. */
  static List<String> of(Environment environment) {
    Findings findings = new Findings(environment);
    findings.sentences.addAll(environment.unknown());
    findings.sentences.addAll(KnownSettings.wrong(findings.settings));
    findings.look(() -> LaunchSettings.rootPath(findings.settings.text("ROOT_PATH", "")));
    findings.look(() -> LaunchSettings.publicUrl(findings.settings.text("PUBLIC_URL", "http://x")));
    findings.look(findings::secrets);
    findings.look(findings::firstPassword);
    return new ArrayList<>(findings.sentences);
  }

  /** Places that have to be there and writable: asked only where nothing is about to be started. */
  static List<String> ofPlaces(Environment environment) {
    Findings findings = new Findings(environment);
    Settings settings = findings.settings;
    findings.look(() -> writable("DATA_DIR", settings.text("DATA_DIR", ".data")));
    findings.look(() -> writable("UPLOAD_DIR", settings.text("UPLOAD_DIR")));
    findings.look(() -> writable("LOG_FILE", settings.text("LOG_FILE")));
    return new ArrayList<>(findings.sentences);
  }

  private void look(Runnable check) {
    try {
      check.run();
    } catch (Settings.Wrong | Refusal e) {
      sentences.add(String.valueOf(e.getMessage()));
    }
  }

  private void secrets() {
    DatabaseAddress outside = DatabaseAddress.outside(settings);
    if (outside == null || settings.flag("DEBUG", false)) {
      return;
    }
    if (isDefault(outside.password())) {
      sentences.add(
          "The outside database's password is empty or a default one:"
              + " set DB_PASSWORD (or DATABASE_URL) to a secret of your own.");
    }
    for (KnownSetting one : KnownSettings.all()) {
      boolean ofDatabase = one.name().equals("DB_PASSWORD") || one.name().equals("DATABASE_URL");
      if (one.kind() instanceof KnownSetting.Secret && !ofDatabase) {
        refuseDefault(one.name(), environment.settings().secret(one.name()));
      }
    }
  }

  private void refuseDefault(String name, @Nullable String value) {
    if (value != null && isDefault(value)) {
      sentences.add(name + " is a default one, which everybody knows: set a secret of your own.");
    }
  }

  private static boolean isDefault(String secret) {
    String plain = secret.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    return plain.isEmpty() || plain.startsWith("change-me") || DEFAULT_SECRETS.contains(plain);
  }

  private void firstPassword() {
    String given = settings.secret("ADMIN_PASSWORD");
    if (given != null && given.length() < SHORTEST_PASSWORD) {
      sentences.add("ADMIN_PASSWORD must have at least " + SHORTEST_PASSWORD + " characters.");
    }
  }

  private static void writable(String name, @Nullable String value) {
    if (value == null) {
      return;
    }
    try {
      Path wanted = Path.of(value).toAbsolutePath();
      Path place = wanted;
      while (!Files.exists(place) && place.getParent() != null) {
        place = place.getParent();
      }
      boolean fits = Files.isDirectory(place) || place.equals(wanted) && name.equals("LOG_FILE");
      if (!fits || !Files.isWritable(place)) {
        throw new Settings.Wrong(name + " names " + value + ", which cannot be written.");
      }
    } catch (InvalidPathException e) {
      throw new Settings.Wrong(name + " names " + value + ", which is no path.");
    }
  }
}
