package tracker.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directory with everything that Gerask keeps on this machine; one process holds it. */
final class DataDir {
  private final Path path;
  private final @Nullable FileLock lock;

  private DataDir(Path path, @Nullable FileLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Makes the directory where it is missing and holds it until the process ends. */
  static DataDir hold(Path path) {
    // a program that was killed a moment ago may still be on its way out
    DataDir data = opened(path, Duration.ofSeconds(5));
    if (!data.held()) {
      throw new Refusal("The data directory " + path + " is in use by another Gerask.");
    }
    return data;
  }

  /** The same, but where another Gerask holds it, it goes on doing so. */
  static DataDir holdOrVisit(Path path) {
    return opened(path, Duration.ZERO);
  }

  private static DataDir opened(Path path, Duration patience) {
    try {
      Files.createDirectories(path);
      FileChannel channel =
          FileChannel.open(
              path.resolve("gerask.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return new DataDir(path, Wait.upTo(patience, () -> tried(channel)));
    } catch (IOException e) {
      throw new Refusal("The data directory " + path + " cannot be written (DATA_DIR).");
    }
  }

  private static @Nullable FileLock tried(FileChannel channel) {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path() {
    return path;
  }

  Path path(String child) {
    return path.resolve(child);
  }

  boolean held() {
    return lock != null && lock.isValid();
  }

  /** Writes a file that only its owner may read, whole or not at all. */
  static void writeSecret(Path file, List<String> lines) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(part, lines);
    Files.move(part, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes a directory and all in it; nothing happens where there is none. */
  static void remove(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    }
  }
}
