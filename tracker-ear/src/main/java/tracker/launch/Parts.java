package tracker.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What gerask.jar carries beside the launcher, unpacked once per build into the data directory:
 * {@code app/} is the server with the application.
 */
final class Parts {
  private static final String PREFIX = "app/";

  private Parts() {}

  /** The directory with this build's server; other builds' are removed. */
  static Path unpack(DataDir data) {
    try (ZipFile jar = new ZipFile(jar().toFile())) {
      Path wanted = data.path("app-" + fingerprint(jar));
      if (!Files.isDirectory(wanted)) {
        if (!data.held()) {
          throw new Refusal(
              "Another version of Gerask runs in " + data.path() + ": take that one.");
        }
        removeOthers(data);
        Path part = data.path("app-part");
        DataDir.remove(part);
        copyAll(jar, part);
        Files.move(part, wanted, StandardCopyOption.ATOMIC_MOVE);
      }
      return wanted;
    } catch (IOException e) {
      throw new Refusal("The server cannot be unpacked into " + data.path() + ": " + e + ".");
    }
  }

  static Path jar() {
    try {
      return Path.of(Parts.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Changes with any part: the checksums that the jar's directory lists anyway. */
  private static String fingerprint(ZipFile jar) {
    CRC32 sum = new CRC32();
    for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      sum.update(
          (entry.getName() + entry.getCrc()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return Long.toHexString(sum.getValue());
  }

  private static void removeOthers(DataDir data) throws IOException {
    try (var old = Files.newDirectoryStream(data.path(), "app-*")) {
      for (Path one : old) {
        DataDir.remove(one);
      }
    }
  }

  private static void copyAll(ZipFile jar, Path to) throws IOException {
    Files.createDirectories(to);
    for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      if (!entry.getName().startsWith(PREFIX)) {
        continue;
      }
      Path target = to.resolve(entry.getName().substring(PREFIX.length()));
      if (entry.isDirectory()) {
        Files.createDirectories(target);
      } else {
        Files.createDirectories(target.getParent());
        try (InputStream in = jar.getInputStream(entry)) {
          Files.copy(in, target);
        }
      }
    }
  }
}
