package tracker.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has the passphrase reads what was written, and nothing else. */
class SealingTest {
  private static final Sealing OURS = sealing("linen 4471 basket");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 200_000})
  void what_was_sealed_is_read_again(int size) throws IOException {
    byte[] plain = bytes(size);
    byte[] sealed = sealed(plain);
    assertArrayEquals(plain, sealing("linen 4471 basket").open(in(sealed)).readAllBytes());
  }

  @Test
  void nothing_of_it_shows_and_no_two_are_alike() throws IOException {
    byte[] plain = "a word, a word, a word".repeat(100).getBytes(StandardCharsets.UTF_8);
    String sealed = new String(sealed(plain), StandardCharsets.ISO_8859_1);
    assertFalse(sealed.contains("a word"));
    assertNotEquals(sealed, new String(sealed(plain), StandardCharsets.ISO_8859_1));
  }

  @Test
  void another_passphrase_reads_nothing() throws IOException {
    byte[] sealed = sealed(bytes(100));
    assertThrows(IOException.class, () -> sealing("other").open(in(sealed)).readAllBytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 30, 60, 70, 70_000, 140_000})
  void an_altered_byte_anywhere_is_noticed(int at) throws IOException {
    byte[] sealed = sealed(bytes(150_000));
    sealed[at] ^= 1;
    assertThrows(IOException.class, () -> OURS.open(in(sealed)).readAllBytes());
  }

  @Test
  void an_end_that_is_cut_off_is_noticed_also_between_two_pieces() throws IOException {
    byte[] sealed = sealed(bytes(150_000));
    int head = 8 + 16 + 32;
    int piece = 4 + 65_536 + 16;
    for (int end : new int[] {head, head + piece, head + piece + 2, head + 2 * piece, 80_000}) {
      byte[] cut = Arrays.copyOf(sealed, end);
      assertThrows(IOException.class, () -> OURS.open(in(cut)).readAllBytes(), "At " + end);
    }
  }

  @Test
  void pieces_cannot_change_places() throws IOException {
    byte[] sealed = sealed(bytes(200_000));
    int head = 8 + 16 + 32;
    int piece = 4 + 65_536 + 16;
    byte[] swapped = sealed.clone();
    System.arraycopy(sealed, head, swapped, head + piece, piece);
    System.arraycopy(sealed, head + piece, swapped, head, piece);
    assertThrows(IOException.class, () -> OURS.open(in(swapped)).readAllBytes());
  }

  @Test
  void a_name_says_nothing_and_stays_the_same() {
    assertEquals(OURS.name("abc"), sealing("linen 4471 basket").name("abc"));
    assertNotEquals(OURS.name("abc"), sealing("other").name("abc"));
  }

  private static Sealing sealing(String passphrase) {
    return new Sealing(passphrase, 1_000);
  }

  private static byte[] sealed(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = OURS.seal(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static ByteArrayInputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }
}
