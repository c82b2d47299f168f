package tracker.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code SHA256SUMS} of a backup's directory, which {@code sha256sum -c} reads as well. */
final class Sums {
  private static final String NAME = "SHA256SUMS";

  private Sums() {}

  static void write(Path backup) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String name : names(backup)) {
      lines.add(sum(backup.resolve(name)) + "  " + name);
    }
    Files.write(backup.resolve(NAME), lines);
  }

  /** Throws {@link BackupFailed} where a file is not as it was written, missing or too many. */
  static void check(Path backup) throws IOException {
    Set<String> told = new TreeSet<>();
    for (String line : Files.readAllLines(backup.resolve(NAME))) {
      String name = line.substring(line.indexOf("  ") + 2);
      Path file = backup.resolve(name);
      if (!Files.exists(file)) {
        throw new BackupFailed(name + " of backup " + backup.getFileName() + " is missing.");
      }
      if (!line.startsWith(sum(file) + " ")) {
        throw new BackupFailed(
            name + " of backup " + backup.getFileName() + " is not as it was written.");
      }
      told.add(name);
    }
    if (!told.equals(names(backup))) {
      throw new BackupFailed(
          "Backup " + backup.getFileName() + " has files that " + NAME + " does not name.");
    }
  }

  private static String sum(Path file) throws IOException {
    return Shelf.weigh(Files.newInputStream(file)).sha256();
  }

  private static Set<String> names(Path backup) throws IOException {
    try (Stream<Path> all = Files.walk(backup)) {
      return all.filter(Files::isRegularFile)
          .map(file -> backup.relativize(file).toString())
          .filter(name -> !name.equals(NAME))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
