package tracker.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What standard output is connected to. */
final class Terminal {
  private Terminal() {}

  static boolean isStandardOutput() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }
}
