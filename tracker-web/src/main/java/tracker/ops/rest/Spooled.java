package tracker.ops.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;
import tracker.shared.Settings;

/**
 * A body that was read to its end into a file without a name, which is gone with its stream,
 * whatever ends first.
 *
 * @param content the body again
 * @param gist what tells it from another body
 */
record Spooled(InputStream content, byte[] gist) {
  // what a multipart body has around its file
  private static final long AROUND = 64 << 10;

  /** What the body of an upload may have, in bytes. */
  static long largestFile() {
    return (long) Settings.ofProcess().number("MAX_UPLOAD_SIZE_MB", 50, 1, 10_000) << 20;
  }

  /** The same of a project with all of its files. */
  static long largestProject() {
    return (long) Settings.ofProcess().number("UPLOAD_QUOTA_MB", 10_000, 1, 10_000_000) << 20;
  }

  /** Reads it, up to so many bytes; where it has several parts, with what stands between them. */
  static Spooled of(InputStream body, long most, @Nullable String boundary) throws IOException {
    Path file = Files.createTempFile("gerask-call", null);
    try {
      Gist gist = new Gist(boundary);
      copy(body, file, most + AROUND, gist);
      return new Spooled(Files.newInputStream(file), gist.end());
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void copy(InputStream body, Path file, long most, Gist gist) throws IOException {
    byte[] buffer = new byte[64 << 10];
    long length = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      int many;
      while ((many = body.read(buffer)) >= 0) {
        length += many;
        if (length > most) {
          throw Problem.of(CommonProblem.BODY_TOO_LARGE);
        }
        out.write(buffer, 0, many);
        gist.pass(buffer, many);
      }
    }
  }
}
