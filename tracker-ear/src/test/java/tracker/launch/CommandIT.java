package tracker.launch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tracker.harness.Command;
import tracker.harness.Product;

/** Words behind {@code java -jar gerask.jar}. */
class CommandIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  @Test
  void config_check_tells_and_starts_nothing() {
    Path data = Product.fresh("config-check");
    Map<String, String> settings = Map.of("DATA_DIR", data.toString(), "PORT", "9");
    Command good = Command.run(SOON, settings, "config", "check").ends(0);
    assertTrue(good.said().contains("PORT = 9 (environment)"), good.said());
    assertFalse(Files.exists(data), "It made a data directory");
    Command bad = Command.run(SOON, Map.of("PORT", "none", "ROLE", "boss"), "config", "check");
    assertTrue(bad.ends(1).said().contains("2 settings are wrong."), bad.said());
  }

  @Test
  void an_unknown_word_is_refused_in_a_sentence() {
    Command refused = Command.run(SOON, Map.of(), "dance").ends(1);
    assertTrue(refused.said().startsWith("Gerask does not know \"dance\": "), refused.said());
  }
}
