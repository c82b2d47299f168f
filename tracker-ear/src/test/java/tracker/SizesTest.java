package tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Small files, small packages. */
class SizesTest {
  /** The habit is 200; this is where a split by noun is due. */
  private static final int LINES = 300;

  private static final int FILES = 30;

  /** Packages that may hold more files, and why. */
  private static final Map<String, Integer> LARGER =
      Map.of(
          // docs/decisions/0030: tasks, tags and boards share closed rows; the records alone are
          // half
          // of it, and queries become SQL over the same rows
          "tracker.work", 55,
          // a package is what keeps accounts, sessions and secrets closed to others
          "tracker.identity", 50);

  @Test
  void no_file_is_longer_than_one_can_hold_in_mind() {
    List<String> tooLong =
        House.sources(".java").stream()
            .filter(file -> lines(file) > LINES)
            .map(file -> House.root().relativize(file) + ": " + lines(file) + " lines")
            .toList();
    assertEquals(List.of(), tooLong, "Split by noun; the limit is " + LINES);
  }

  @Test
  void no_package_holds_more_files_than_one_can_scan() {
    Map<Path, Long> sizes =
        House.sources(".java").stream()
            .collect(Collectors.groupingBy(SizesTest::folder, TreeMap::new, Collectors.counting()));
    List<String> tooMany =
        sizes.entrySet().stream()
            .filter(entry -> entry.getValue() > LARGER.getOrDefault(name(entry.getKey()), FILES))
            .map(entry -> name(entry.getKey()) + ": " + entry.getValue() + " files")
            .toList();
    assertEquals(List.of(), tooMany, "The next noun moves out with its own door");
  }

  @Test
  void half_of_the_files_fit_on_a_screen() {
    List<Long> lengths = House.sources(".java").stream().map(SizesTest::lines).sorted().toList();
    long median = lengths.get(lengths.size() / 2);
    assertTrue(median <= 80, "The median file has " + median + " lines");
  }

  private static long lines(Path file) {
    return House.read(file).lines().count();
  }

  private static Path folder(Path file) {
    Path folder = file.getParent();
    assertTrue(folder != null, "A source stands in a folder");
    return folder == null ? file : folder;
  }

  private static String name(Path folder) {
    String path = folder.toString().replace('/', '.');
    return path.substring(path.indexOf(".src.main.java.") + ".src.main.java.".length());
  }
}
