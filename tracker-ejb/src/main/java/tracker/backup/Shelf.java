package tracker.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tracker.shared.Json;

/**
 * The directory with all backups: one of each, named by its time, and {@code files} with the bytes
 * of files, each once however many backups hold it. What is under its last name is whole.
 */
final class Shelf {
  private static final String NAME = "\\d{8}T\\d{6}Z";
  private static final String PART = ".part";

  /** Beside the manifest: the files that a backup needs, by the names they have here. */
  static final String CONTENTS = "contents.txt";

  /** Where bytes of files are, below the root. */
  static final String BYTES = "files";

  private static final int PIECE = 1 << 16;

  private final Path root;
  private final @Nullable Sealing sealing;

  Shelf(Path root, @Nullable String passphrase) {
    this.root = root;
    this.sealing = passphrase == null ? null : new Sealing(passphrase);
  }

  boolean seals() {
    return sealing != null;
  }

  /** Names of whole backups, the oldest first. */
  List<String> names() {
    try (Stream<Path> found = Files.exists(root) ? Files.list(root) : Stream.empty()) {
      return found
          .filter(one -> Files.exists(one.resolve(Manifest.NAME)))
          .map(one -> one.getFileName().toString())
          .filter(name -> name.matches(NAME))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new BackupFailed("The backups in " + root + " cannot be listed", e);
    }
  }

  /** This one, or the newest. */
  String find(@Nullable String name) {
    List<String> names = names();
    if (name == null ? names.isEmpty() : !names.contains(name)) {
      throw new BackupFailed(
          name == null
              ? "There is no backup in " + root + "."
              : "There is no backup " + name + " in " + root + ", but " + names + ".");
    }
    return name == null ? names.get(names.size() - 1) : name;
  }

  Path backup(String name) {
    return root.resolve(name);
  }

  /** Where a new one is written until it is whole; what a killed one left there goes. */
  Path begin(String name) throws IOException {
    Files.createDirectories(files());
    if (Files.exists(backup(name))) {
      throw new BackupFailed("There is a backup " + name + " already.");
    }
    for (Path old : list(root)) {
      if (old.getFileName().toString().endsWith(PART)) {
        remove(old);
      }
    }
    return Files.createDirectory(root.resolve(name + PART));
  }

  void finish(Path part, String name) throws IOException {
    Files.move(part, backup(name), StandardCopyOption.ATOMIC_MOVE);
    force(root);
  }

  /** Writes a file to the disk, sealed where this shelf seals. */
  OutputStream write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    OutputStream forced =
        new BufferedOutputStream(Channels.newOutputStream(channel), PIECE) {
          @Override
          public void close() throws IOException {
            flush();
            channel.force(true);
            super.close();
          }
        };
    return sealing == null ? forced : sealing.seal(forced);
  }

  /** Reads one that {@link #write} wrote. */
  InputStream read(Path file, boolean sealed) throws IOException {
    InputStream in = Files.newInputStream(file);
    if (!sealed) {
      return in;
    }
    if (sealing == null) {
      in.close();
      throw new BackupFailed("This backup is encrypted: set BACKUP_PASSPHRASE.");
    }
    return sealing.open(in);
  }

  Manifest manifest(String name) {
    Path file = backup(name).resolve(Manifest.NAME);
    try (InputStream in = read(file, Sealing.isSealed(file))) {
      return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), Manifest.class);
    } catch (IOException | IllegalStateException e) {
      throw new BackupFailed("The manifest of " + name + " cannot be read", e);
    }
  }

  /** Puts bytes among those of all backups, unless they are there; the name that they have here. */
  String keep(String sha256, Opening bytes) throws IOException {
    String stored = sealing == null ? sha256 : sealing.name(sha256);
    Path folder = folder(stored);
    Path place = folder.resolve(stored);
    if (Files.exists(place)) {
      return stored;
    }
    Path part = folder.resolve(stored + PART);
    Files.deleteIfExists(part);
    try (InputStream in = bytes.open();
        OutputStream out = write(part)) {
      in.transferTo(out);
    }
    Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    force(folder);
    return stored;
  }

  /** Opens the same bytes each time. */
  @FunctionalInterface
  interface Opening {
    InputStream open() throws IOException;
  }

  /** The bytes of a file, as they were before they came here. */
  InputStream open(String stored, boolean sealed) throws IOException {
    return read(folder(stored).resolve(stored), sealed);
  }

  /** Where bytes are that have this name here, below the root. */
  static String bytes(String stored) {
    return BYTES + "/" + stored.substring(0, 2) + "/" + stored;
  }

  /** A path below the root. */
  Path path(String below) {
    return root.resolve(below);
  }

  /** Removes all of it. */
  void remove() throws IOException {
    if (Files.exists(root)) {
      remove(root);
    }
  }

  private Path folder(String stored) {
    return files().resolve(stored.substring(0, 2));
  }

  private Path files() {
    return root.resolve(BYTES);
  }

  /** Removes all backups but the newest, and the files that none of those holds. */
  void prune(int keep) throws IOException {
    List<String> names = names();
    for (String old : names.subList(0, Math.max(0, names.size() - keep))) {
      // without its first file it is no backup any more, whatever happens next
      Files.delete(backup(old).resolve(Manifest.NAME));
      remove(backup(old));
    }
    Set<String> held = new HashSet<>();
    for (String name : names()) {
      held.addAll(Files.readAllLines(backup(name).resolve(CONTENTS)));
    }
    for (Path folder : list(files())) {
      for (Path file : list(folder)) {
        if (!held.contains(file.getFileName().toString())) {
          Files.delete(file);
        }
      }
    }
  }

  /** How long a stream is, and its SHA-256 in hexadecimal digits. */
  record Weight(long size, String sha256) {}

  static Weight weigh(InputStream in) throws IOException {
    MessageDigest digest = RowSum.sha256();
    try (DigestInputStream read = new DigestInputStream(in, digest)) {
      long size = read.transferTo(OutputStream.nullOutputStream());
      return new Weight(size, RowSum.hex(digest));
    }
  }

  static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
      return all.sorted().toList();
    }
  }

  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }
}
