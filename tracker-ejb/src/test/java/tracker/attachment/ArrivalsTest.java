package tracker.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tracker.shared.Problem;

/** What comes in is looked at before it is taken, and nothing is left of what is not. */
class ArrivalsTest {
  private static final String PDF = "%PDF-1.7\n1 0 obj\n";

  @TempDir private Path folder;

  private Arrivals arrivals(@Nullable String scanner) {
    return new Arrivals(new AttachmentSettings(folder, 1 << 20, 1 << 20, 1 << 20, scanner, null));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] picture(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png", out);
    return out.toByteArray();
  }

  private void assertNothingIsLeft() {
    assertEquals(List.of(), Folder.entries(folder.resolve("arrivals")));
  }

  private void refuses(AttachmentProblem code, Arrivals to, InputStream content, String name) {
    Problem refused = assertThrows(Problem.class, () -> to.receive(content, name));
    assertEquals(code, refused.code());
    assertNothingIsLeft();
  }

  @Test
  void a_file_is_hashed_and_known_by_its_content() throws Exception {
    Received file = arrivals(null).receive(bytes("Hello"), "notes.txt");
    assertEquals("text/plain", file.contentType());
    assertEquals(5, file.size());
    assertEquals("185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969", file.sha256());
    Received lying = arrivals(null).receive(new ByteArrayInputStream(picture(3, 3)), "a.pdf");
    assertEquals("image/png", lying.contentType());
    Received document = arrivals(null).receive(bytes(PDF), "a.png");
    assertEquals("application/pdf", document.contentType());
    assertEquals("text/plain", arrivals(null).receive(bytes(""), "empty").contentType());
  }

  @ParameterizedTest
  @CsvSource({
    "MZ\u0090\u0000\u0003 a program, photo.png",
    "\u007fELF\u0002\u0001\u0001 a program, photo.jpg",
    "<!DOCTYPE html><html><script>alert(1)</script></html>, notes.txt",
    "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>, logo.png",
    "Plain words, page.html",
    "nothing \u0000\u0001\u0002\u0003 that is known, photo.png"
  })
  void programs_and_pages_are_refused_whatever_they_are_called(String content, String name) {
    refuses(
        AttachmentProblem.FILE_TYPE_REFUSED,
        arrivals(null),
        new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1)),
        name);
  }

  @Test
  void one_byte_too_many_is_refused_while_it_comes_in() throws Exception {
    Arrivals arrivals = arrivals(null);
    assertEquals(1 << 20, arrivals.receive(bytes("a".repeat(1 << 20)), "a.txt").size());
    arrivals.forget(arrivals.receive(bytes("b"), "b.txt"));
    Files.list(folder.resolve("arrivals")).forEach(file -> file.toFile().delete());
    refuses(AttachmentProblem.FILE_TOO_LARGE, arrivals, bytes("a".repeat((1 << 20) + 1)), "a.txt");
  }

  @Test
  void a_sender_that_breaks_off_leaves_nothing() {
    InputStream broken =
        new InputStream() {
          private int left = 100_000;

          @Override
          public int read() throws IOException {
            if (left-- <= 0) {
              throw new IOException("Connection reset");
            }
            return 'a';
          }
        };
    assertThrows(IOException.class, () -> arrivals(null).receive(broken, "a.txt"));
    assertNothingIsLeft();
  }

  @Test
  void a_full_disk_is_told_from_other_trouble() {
    RuntimeException full = Room.told(new IOException("No space left on device"));
    assertEquals(AttachmentProblem.NO_ROOM, ((Problem) full).code());
    assertEquals(507, ((Problem) full).code().status());
    assertTrue(!(Room.told(new IOException("Input/output error")) instanceof Problem));
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, passwd",
    "C:\\temp\\Отчёт за май.pdf, Отчёт за май.pdf",
    "'a\u202Egnp.exe', agnp.exe",
    "'line\nbreak\"quote.txt', linebreakquote.txt",
    "'', file",
    ".., file"
  })
  void a_name_is_only_a_name(String sent, String kept) {
    assertEquals(kept, Arrivals.plain(sent));
  }

  @Test
  void a_long_name_keeps_its_ending() {
    String kept = Arrivals.plain("я".repeat(400) + ".PDF");
    assertEquals(255, kept.length());
    assertTrue(kept.endsWith("я.pdf"));
  }

  @Test
  void what_the_scanner_finds_is_refused_and_without_it_nothing_is_taken() throws Exception {
    try (ServerSocket clamd = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread daemon = new Thread(() -> answerLikeClamd(clamd));
      daemon.start();
      Arrivals scanned = arrivals("127.0.0.1:" + clamd.getLocalPort());
      assertEquals("text/plain", scanned.receive(bytes("harmless"), "a.txt").contentType());
      Files.list(folder.resolve("arrivals")).forEach(file -> file.toFile().delete());
      refuses(AttachmentProblem.FILE_INFECTED, scanned, bytes("a virus in words"), "a.txt");
      clamd.close();
      refuses(AttachmentProblem.SCANNER_AWAY, scanned, bytes("harmless"), "a.txt");
      daemon.join();
    }
  }

  /** Speaks INSTREAM as clamd does: finds what says "virus". */
  private static void answerLikeClamd(ServerSocket clamd) {
    while (!clamd.isClosed()) {
      try (Socket socket = clamd.accept()) {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        assertEquals("zINSTREAM\0", new String(in.readNBytes(10), StandardCharsets.US_ASCII));
        StringBuilder content = new StringBuilder();
        for (int many = in.readInt(); many > 0; many = in.readInt()) {
          content.append(new String(in.readNBytes(many), StandardCharsets.UTF_8));
        }
        boolean found = content.indexOf("virus") >= 0;
        String said = found ? "stream: Test.Virus FOUND\0" : "stream: OK\0";
        socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  @Test
  void a_picture_becomes_small_and_a_bomb_or_nonsense_becomes_nothing() throws Exception {
    BufferedImage small = Pictures.small(new ByteArrayInputStream(picture(1200, 300)), 480);
    assertEquals(480, small.getWidth());
    assertEquals(120, small.getHeight());
    assertEquals(2, Pictures.small(new ByteArrayInputStream(picture(2, 1)), 480).getWidth());
    byte[] bomb = picture(2, 1);
    // the width in the header of the file, from byte 16 on: 1.8 billion pixels
    bomb[16] = 0x6f;
    assertEquals(null, Pictures.small(new ByteArrayInputStream(bomb), 480));
    assertEquals(null, Pictures.small(bytes("no picture"), 480));
  }
}
