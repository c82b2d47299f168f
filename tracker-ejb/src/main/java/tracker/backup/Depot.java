package tracker.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tracker.attachment.AttachmentSettings;
import tracker.attachment.Store;

/**
 * A copy of the shelf in a bucket, under the same names. A backup is there when its manifest is:
 * that comes last and goes first.
 */
final class Depot {
  /** Bytes that a backup on its way needs may lie here before it does. */
  private static final Duration UNDER_WAY = Duration.ofDays(1);

  private final AttachmentSettings.S3 place;
  private final Store bucket;
  private final Supplier<Instant> clock;

  private Depot(AttachmentSettings.S3 place, Supplier<Instant> clock) {
    this.place = place;
    this.bucket = Store.in(place, clock);
    this.clock = clock;
  }

  /** The one that the settings name, or null. */
  static @Nullable Depot of(BackupSettings settings, Supplier<Instant> clock) {
    AttachmentSettings.S3 place = settings.bucket();
    return place == null ? null : new Depot(place, clock);
  }

  /** Names of whole backups, the oldest first. */
  List<String> names() {
    return names(keys(Instant.MAX));
  }

  /** Takes a copy of this one; bytes that are here already are not sent again. */
  void take(Shelf shelf, String name) {
    try {
      Set<String> there = keys(Instant.MAX);
      Path backup = shelf.backup(name);
      for (String stored : Files.readAllLines(backup.resolve(Shelf.CONTENTS))) {
        String key = Shelf.bytes(stored);
        if (!there.contains(key)) {
          bucket.keep(key, shelf.path(key));
        }
      }
      for (Path file : files(backup)) {
        bucket.keep(name + "/" + backup.relativize(file), file);
      }
      bucket.keep(name + "/" + Manifest.NAME, backup.resolve(Manifest.NAME));
    } catch (IOException | UncheckedIOException e) {
      throw new BackupFailed("Backup " + name + " does not get to the bucket " + place, e);
    }
  }

  private static List<Path> files(Path backup) throws IOException {
    try (Stream<Path> all = Files.walk(backup)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.equals(backup.resolve(Manifest.NAME)))
          .sorted()
          .toList();
    }
  }

  /** Brings this one to a shelf, if it is not there. */
  void bring(String name, Shelf shelf) {
    if (shelf.names().contains(name)) {
      return;
    }
    try {
      Path part = shelf.begin(name);
      for (String key : keys(Instant.MAX)) {
        if (key.startsWith(name + "/")) {
          fetch(key, part.resolve(key.substring(name.length() + 1)));
        }
      }
      for (String stored : Files.readAllLines(part.resolve(Shelf.CONTENTS))) {
        Path bytes = shelf.path(Shelf.bytes(stored));
        if (!Files.exists(bytes)) {
          fetch(Shelf.bytes(stored), bytes);
        }
      }
      shelf.finish(part, name);
    } catch (IOException | UncheckedIOException e) {
      throw new BackupFailed("Backup " + name + " cannot be fetched from " + place, e);
    }
  }

  private void fetch(String key, Path to) throws IOException {
    Path folder = Files.createDirectories(to.toAbsolutePath().getParent());
    Path part = Files.createTempFile(folder, "fetched", ".part");
    try (InputStream in = bucket.open(key, 0);
        var out = Files.newOutputStream(part)) {
      in.transferTo(out);
    }
    Files.move(part, to);
  }

  /** Removes all backups but the newest, and the bytes that none of those holds. */
  void prune(int keep) {
    try {
      Set<String> all = keys(Instant.MAX);
      List<String> names = names(all);
      for (String old : names.subList(0, Math.max(0, names.size() - keep))) {
        bucket.remove(old + "/" + Manifest.NAME);
        all.stream().filter(key -> key.startsWith(old + "/")).forEach(bucket::remove);
      }
      Set<String> held = new TreeSet<>();
      for (String name : names()) {
        try (InputStream in = bucket.open(name + "/" + Shelf.CONTENTS, 0)) {
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(Shelf::bytes)
              .forEach(held::add);
        }
      }
      for (String key : keys(clock.get().minus(UNDER_WAY))) {
        if (key.startsWith(Shelf.BYTES + "/") && !held.contains(key)) {
          bucket.remove(key);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new BackupFailed("Old backups cannot be removed from " + place, e);
    }
  }

  private Set<String> keys(Instant before) {
    Set<String> keys = new TreeSet<>();
    try {
      bucket.eachBefore(before, keys::add);
      return keys;
    } catch (UncheckedIOException e) {
      throw new BackupFailed("The bucket " + place + " cannot be listed", e);
    }
  }

  private static List<String> names(Set<String> keys) {
    List<String> names = new ArrayList<>();
    for (String key : keys) {
      int slash = key.indexOf('/');
      if (slash > 0 && key.endsWith("/" + Manifest.NAME)) {
        names.add(key.substring(0, slash));
      }
    }
    return names;
  }

  @Override
  public String toString() {
    return place.toString();
  }
}
