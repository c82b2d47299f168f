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
    // asked only where there is a bucket
    asked.addAll(BackupSettings.NAMES.stream().filter(n -> n.startsWith("BACKUP_S3_")).toList());
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

  @Test
  void a_bucket_is_enough_to_make_backups_and_its_keys_may_be_those_of_the_files() {
    Map<String, String> given =
        Map.of(
            "BACKUP_S3_BUCKET", "copies",
            "S3_ENDPOINT", "http://files.example",
            "BACKUP_S3_ENDPOINT", "http://elsewhere.example/",
            "S3_ACCESS_KEY", "who",
            "S3_SECRET_KEY", "hush");
    BackupSettings read = BackupSettings.read(new Settings(given::get));
    assertTrue(read.byThemselves());
    assertEquals("http://elsewhere.example/copies", String.valueOf(read.bucket()));
  }
}
