package tracker.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tracker.shared.Settings;

class BackupSettingsTest {
  @Test
  void names_and_defaults_are_a_promise() {
    Set<String> asked = new TreeSet<>();
    BackupSettings usual =
        BackupSettings.read(
            new Settings(
                name -> {
                  asked.add(name.replace("_FILE", ""));
                  return null;
                }));
    asked.removeIf(name -> name.startsWith("tracker."));
    assertEquals(new TreeSet<>(BackupSettings.NAMES), asked);
    assertFalse(usual.byThemselves());
    assertEquals(Path.of(".data/backups").toAbsolutePath(), usual.shelf());
    assertEquals(Duration.ofHours(24), usual.every());
    assertEquals(7, usual.keep());
    assertNull(usual.passphrase());
    assertTrue(usual.drilled());
  }

  @Test
  void with_a_directory_backups_are_made_and_the_passphrase_is_never_printed() {
    Map<String, String> given = Map.of("BACKUP_DIR", "/b", "BACKUP_PASSPHRASE", "hush");
    BackupSettings read = BackupSettings.read(new Settings(given::get));
    assertTrue(read.byThemselves());
    assertEquals("BackupSettings[/b]", read.toString());
  }
}
