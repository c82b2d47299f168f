package tracker;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the rules look at: the classes of all modules and the files they were made from. */
final class House {
  /** All product classes, read once. */
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("tracker");

  private static final List<String> MODULES =
      List.of("tracker-ejb", "tracker-web", "tracker-jsf", "tracker-ear");

  private House() {}

  /** The files under {@code src/main} of all modules whose name ends like this. */
  static List<Path> sources(String ending) {
    return MODULES.stream()
        .map(module -> root().resolve(module).resolve("src/main"))
        .filter(Files::isDirectory)
        .flatMap(folder -> files(folder, ending).stream())
        .toList();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of the repository; tests run in the folder of their module. */
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    Path parent = here.getParent();
    return Files.isDirectory(here.resolve("tracker-ejb")) || parent == null ? here : parent;
  }

  /** The class that a nested one stands in, or itself. */
  static JavaClass outermost(JavaClass type) {
    Optional<JavaClass> around = type.getEnclosingClass();
    return around.map(House::outermost).orElse(type);
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
