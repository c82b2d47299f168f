package tracker.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tracker.shared.Settings;

class AttachmentSettingsTest {
  @Test
  void names_and_defaults_are_a_promise() {
    Set<String> asked = new TreeSet<>();
    AttachmentSettings usual =
        AttachmentSettings.read(
            new Settings(
                name -> {
                  asked.add(name);
                  return null;
                }));
    asked.removeIf(name -> name.startsWith("tracker."));
    asked.remove("DATA_DIR");
    assertTrue(AttachmentSettings.NAMES.containsAll(asked));
    assertEquals(Path.of(".data/uploads").toAbsolutePath(), usual.folder());
    assertEquals(50L << 20, usual.largest());
    assertEquals(10L << 20, usual.largestPicture());
    assertEquals(10_000L << 20, usual.quota());
    assertNull(usual.scanner());
    assertNull(usual.bucket());
  }

  @Test
  void a_bucket_needs_its_keys_and_never_prints_them() {
    Map<String, String> half = Map.of("S3_BUCKET", "files");
    assertThrows(Settings.Wrong.class, () -> AttachmentSettings.read(new Settings(half::get)));
    Map<String, String> whole =
        Map.of(
            "S3_BUCKET", "files",
            "S3_ENDPOINT", "http://localhost:9000/",
            "S3_ACCESS_KEY", "key",
            "S3_SECRET_KEY", "hush");
    AttachmentSettings read = AttachmentSettings.read(new Settings(whole::get));
    assertEquals("http://localhost:9000/files", read.bucket().toString());
  }
}
