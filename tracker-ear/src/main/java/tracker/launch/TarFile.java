package tracker.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Unpacks the tar archives of the PostgreSQL binaries: files, directories and symbolic links with
 * plain names; any other kind of entry is refused.
 */
final class TarFile {
  private static final int BLOCK = 512;

  private TarFile() {}

  static void unpack(InputStream in, Path to) throws IOException {
    Path root = to.toAbsolutePath().normalize();
    while (true) {
      byte[] header = in.readNBytes(BLOCK);
      if (header.length < BLOCK || header[0] == 0) {
        return;
      }
      String prefix = text(header, 345, 155);
      String name = text(header, 0, 100);
      Path target = root.resolve(prefix.isEmpty() ? name : prefix + "/" + name).normalize();
      if (!target.startsWith(root)) {
        throw new IOException("outside of the archive: " + name);
      }
      long size = number(header, 124, 12);
      entry(in, header, target, size);
      in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
    }
  }

  private static void entry(InputStream in, byte[] header, Path target, long size)
      throws IOException {
    switch (header[156]) {
      case '5' -> Files.createDirectories(target);
      case '2' -> {
        Files.createDirectories(target.getParent());
        Files.createSymbolicLink(target, Path.of(text(header, 157, 100)));
      }
      case '0', 0 -> {
        Files.createDirectories(target.getParent());
        copy(in, target, size);
        boolean runs = (number(header, 100, 8) & 0100) != 0;
        Files.setPosixFilePermissions(
            target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
      }
      default -> throw new IOException("unknown kind of entry: " + target);
    }
  }

  private static void copy(InputStream in, Path target, long size) throws IOException {
    byte[] buffer = new byte[65536];
    try (var out = Files.newOutputStream(target)) {
      for (long left = size; left > 0; ) {
        int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (read < 0) {
          throw new IOException("the archive ends early");
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
  }

  private static String text(byte[] header, int start, int length) {
    int end = start;
    while (end < start + length && header[end] != 0) {
      end++;
    }
    return new String(header, start, end - start, StandardCharsets.UTF_8);
  }

  private static long number(byte[] header, int start, int length) {
    String octal = text(header, start, length).strip();
    return octal.isEmpty() ? 0 : Long.parseLong(octal, 8);
  }
}
