package tracker.identity;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tracker.shared.Settings;

/** Identity's settings as a test wants them. */
final class GivenSettings {
  private GivenSettings() {}

  static IdentitySettings in(Path data, String... namesAndValues) {
    Map<String, String> given = new HashMap<>(Map.of("DATA_DIR", data.toString()));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      given.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return IdentitySettings.read(new Settings(given::get));
  }
}
