package tracker.attachment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tracker.harness.Storage;
import tracker.shared.Clock;
import tracker.shared.Ids;

/** Files in a bucket of S3-compatible storage, which runs beside the test. */
class BucketIT {
  private static final Clock CLOCK = new Clock();
  private static Storage storage;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    storage = new Storage("files");
  }

  @AfterAll
  static void stop() {
    storage.close();
  }

  private static Bucket bucket(String name) {
    return new Bucket(
        new AttachmentSettings.S3(storage.endpoint(), name, "us-east-1", "key", "secret"),
        CLOCK::now);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve(Ids.next().toString()), content);
  }

  private static String read(Store store, String name, long from) throws IOException {
    try (InputStream in = store.open(name, from)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void what_is_kept_is_read_whole_and_from_a_place_on_until_it_is_removed() throws Exception {
    Bucket bucket = bucket("files");
    String name = Ids.next().toString();
    bucket.keep(name, file("Привет, bucket"));
    assertEquals("Привет, bucket", read(bucket, name, 0));
    assertEquals("bucket", read(bucket, name, "Привет, ".getBytes(StandardCharsets.UTF_8).length));
    bucket.remove(name);
    assertThrows(IOException.class, () -> bucket.open(name, 0));
    bucket.remove(name);
  }

  @Test
  void a_large_file_is_sent_as_a_stream() throws Exception {
    byte[] content = new byte[20 << 20];
    new java.util.Random(7).nextBytes(content);
    Path large = Files.write(folder.resolve("large"), content);
    String name = Ids.next().toString();
    bucket("files").keep(name, large);
    try (InputStream in = bucket("files").open(name, 0)) {
      assertArrayEquals(content, in.readAllBytes());
    }
  }

  @Test
  void names_are_listed_from_the_first_to_the_last_part() throws Exception {
    assertTrue(storage.make("many"));
    Bucket bucket = bucket("many");
    Set<String> names = new TreeSet<>();
    Path one = file("x");
    // a part has a thousand names
    for (int i = 0; i < 1_003; i++) {
      String name = Ids.next().toString();
      names.add(name);
      bucket.keep(name, one);
    }
    List<String> found = new ArrayList<>();
    bucket.eachBefore(CLOCK.now().plusSeconds(60), found::add);
    assertEquals(List.copyOf(names), found.stream().sorted().toList());
    List<String> old = new ArrayList<>();
    bucket.eachBefore(CLOCK.now().minusSeconds(3600), old::add);
    assertEquals(List.of(), old);
  }

  @Test
  void a_bucket_that_is_not_there_is_told_and_not_taken_for_an_empty_one() throws Exception {
    Bucket missing = bucket("nowhere");
    Path one = file("x");
    UncheckedIOException told =
        assertThrows(UncheckedIOException.class, () -> missing.keep("a", one));
    assertTrue(told.getMessage().contains("nowhere"), told.getMessage());
    assertTrue(!told.getMessage().contains("secret"), told.getMessage());
    assertThrows(UncheckedIOException.class, () -> missing.eachBefore(CLOCK.now(), name -> {}));
  }
}
