package tracker.ops;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A log file under its own name; the older parts are name.1 to name.5, 20 MB each. */
final class LogFile {
  private static final long LARGEST = 20L << 20;
  private static final int OLDER = 5;

  private final Path path;
  private OutputStream out;
  private long size;

  LogFile(Path path) throws IOException {
    this.path = path.toAbsolutePath();
    Path folder = this.path.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    out = open();
  }

  void write(byte[] line) throws IOException {
    if (size + line.length > LARGEST) {
      rotate();
    }
    out.write(line);
    out.flush();
    size += line.length;
  }

  private OutputStream open() throws IOException {
    OutputStream opened =
        Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    size = Files.size(path);
    return opened;
  }

  private void rotate() throws IOException {
    out.close();
    for (int i = OLDER - 1; i >= 0; i--) {
      Path from = i == 0 ? path : path.resolveSibling(path.getFileName() + "." + i);
      if (Files.exists(from)) {
        Path to = path.resolveSibling(path.getFileName() + "." + (i + 1));
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    out = open();
  }
}
