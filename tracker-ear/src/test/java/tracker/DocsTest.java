package tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What documents point to is there. */
class DocsTest {
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*[a-z](?:Test|IT|Trial))\\b");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:|#)([^)#\\s]+)");
  private static final Pattern TARGET = Pattern.compile("`make ([a-z-]+)`");

  @Test
  void each_test_that_is_named_exists() throws IOException {
    Set<String> there =
        found(file -> file.toString().endsWith(".java")).stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    assertEquals(Set.of(), named(TEST, (page, name) -> there.contains(name)));
  }

  @Test
  void each_file_that_is_linked_exists() throws IOException {
    assertEquals(Set.of(), named(LINK, (page, name) -> Files.exists(page.resolveSibling(name))));
  }

  @Test
  void each_target_of_make_exists() throws IOException {
    String makefile = House.read(House.root().resolve("Makefile"));
    assertEquals(Set.of(), named(TARGET, (page, name) -> makefile.contains("\n" + name + ":")));
  }

  private interface Holds {
    boolean in(Path page, String name);
  }

  /** What documents name by this pattern and what does not hold. */
  private static Set<String> named(Pattern pattern, Holds holds) throws IOException {
    List<Path> pages = found(file -> file.toString().endsWith(".md"));
    assertTrue(pages.size() > 50, "Documents are read");
    Set<String> wrong = new TreeSet<>();
    int seen = 0;
    for (Path page : pages) {
      for (String name :
          pattern.matcher(House.read(page)).results().map(one -> one.group(1)).toList()) {
        seen++;
        if (!holds.in(page, name)) {
          wrong.add(House.root().relativize(page) + ": " + name);
        }
      }
    }
    assertTrue(seen > 5, "Something is named by " + pattern);
    return wrong;
  }

  private static List<Path> found(Predicate<Path> wanted) throws IOException {
    try (Stream<Path> walk = Files.walk(House.root())) {
      return walk.filter(wanted)
          .filter(file -> !file.toString().matches(".*/(target|\\.git|node_modules|\\.data)/.*"))
          .sorted()
          .toList();
    }
  }
}
