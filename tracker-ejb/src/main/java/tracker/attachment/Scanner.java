package tracker.attachment;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tracker.shared.Problem;

/**
 * Has clamd look at a file before it is kept, by its INSTREAM command (man clamd, "COMMANDS"). What
 * it could not look at is refused: a file is never given out unseen where a scanner is wanted.
 */
final class Scanner {
  private static final Logger LOG = Logger.getLogger(Scanner.class.getName());
  private static final int WAIT_MILLIS = 30_000;
  private static final int ANSWER = 4_096;
  private final @Nullable String address;

  /**
   * @param address host:port; null: nothing is looked at
   */
  Scanner(@Nullable String address) {
    this.address = address;
  }

  void look(Path file) {
    if (address == null) {
      return;
    }
    String said;
    try {
      said = ask(file, address);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Files are refused until the scanner at CLAMD_ADDRESS answers", e);
      throw Problem.of(AttachmentProblem.SCANNER_AWAY).retryAfter(30);
    }
    if (said.endsWith("FOUND")) {
      LOG.log(Level.WARNING, "A file was refused: the scanner says \"{0}\"", said);
      throw Problem.of(AttachmentProblem.FILE_INFECTED);
    }
    if (!said.endsWith("OK")) {
      LOG.log(Level.WARNING, "A file was refused: the scanner cannot look, \"{0}\"", said);
      throw Problem.of(AttachmentProblem.SCANNER_AWAY).retryAfter(30);
    }
  }

  private static String ask(Path file, String address) throws IOException {
    int colon = address.lastIndexOf(':');
    String host = address.substring(0, colon);
    int port = Integer.parseInt(address.substring(colon + 1));
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), WAIT_MILLIS);
      socket.setSoTimeout(WAIT_MILLIS);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
      byte[] buffer = new byte[64 << 10];
      try (InputStream in = Files.newInputStream(file)) {
        int many;
        while ((many = in.read(buffer)) > 0) {
          out.writeInt(many);
          out.write(buffer, 0, many);
        }
      }
      out.writeInt(0);
      out.flush();
      byte[] answer = socket.getInputStream().readNBytes(ANSWER);
      return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
    }
  }
}
