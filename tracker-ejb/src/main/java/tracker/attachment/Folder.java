package tracker.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Files in a folder, spread over 256 folders by the end of their names. */
final class Folder implements Store {
  private final Path root;

  Folder(Path root) {
    this.root = root;
  }

  @Override
  public void keep(String name, Path file) {
    Path place = place(name);
    try {
      Files.createDirectories(place.getParent());
      // within one folder tree, so it is there whole or not at all
      Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel folder = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
        folder.force(true);
      }
    } catch (IOException e) {
      throw Room.told(e);
    }
  }

  @Override
  public InputStream open(String name, long from) throws IOException {
    FileChannel channel = FileChannel.open(place(name), StandardOpenOption.READ);
    return Channels.newInputStream(channel.position(from));
  }

  @Override
  public void remove(String name) {
    try {
      Files.deleteIfExists(place(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void eachBefore(Instant time, Consumer<String> name) {
    for (Path folder : entries(root)) {
      if (folder.getFileName().toString().matches("[0-9a-f]{2}")) {
        entries(folder).stream()
            .filter(file -> isOlder(file, time))
            .forEach(file -> name.accept(file.getFileName().toString()));
      }
    }
  }

  static List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isOlder(Path file, Instant time) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(time);
    } catch (IOException e) {
      return false; // gone meanwhile
    }
  }

  private Path place(String name) {
    String plain = name.replaceAll("\\..*", "");
    return root.resolve(plain.substring(plain.length() - 2)).resolve(name);
  }
}
