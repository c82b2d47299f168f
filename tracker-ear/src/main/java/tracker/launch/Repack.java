package tracker.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.XZInputStream;

/**
 * A step of the build, not in gerask.jar: PostgreSQL's archive from xz to gzip, which the first
 * start unpacks ten times as fast with what the JDK has.
 */
public final class Repack {
  private Repack() {}

  public static void main(String[] args) throws IOException {
    try (InputStream packed = Files.newInputStream(Path.of(args[0]));
        InputStream tar = new XZInputStream(packed);
        OutputStream to = Files.newOutputStream(Path.of(args[1]));
        OutputStream out = new GZIPOutputStream(to, 1 << 16)) {
      tar.transferTo(out);
    }
  }
}
