package tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One schema per capability, and no table that leans on another schema. */
class MigrationsTest {
  private static final Pattern NAME = Pattern.compile("(V\\d{14}|R)__[a-z0-9_]+\\.sql");
  private static final Pattern TABLE =
      Pattern.compile(
          "\\b(?:create|alter)\\s+(?:unlogged\\s+)?table\\s+(?:if\\s+(?:not\\s+)?exists\\s+)?"
              + "(?:only\\s+)?([a-z0-9_.]+)|\\breferences\\s+([a-z0-9_.]+)");

  @Test
  void migrations_carry_the_time_of_their_making() {
    for (Path file : House.sources(".sql")) {
      assertTrue(NAME.matcher(file.getFileName().toString()).matches(), file.toString());
    }
  }

  @Test
  void no_foreign_key_leaves_its_schema() {
    Set<String> wrong = new TreeSet<>();
    for (Path file : House.sources(".sql")) {
      String schema = "";
      Matcher word = TABLE.matcher(plain(file));
      while (word.find()) {
        String table = word.group(1);
        String target = word.group(2);
        if (table != null) {
          schema = schema(file, table);
        } else if (target != null && !schema(file, target).equals(schema)) {
          wrong.add(file.getFileName() + ": " + schema + " references " + target);
        }
      }
    }
    assertEquals(Set.of(), wrong, "Capabilities meet by id, checked through the other's door");
  }

  @Test
  void each_migration_begins_with_the_reason() {
    List<Path> silent =
        House.sources(".sql").stream()
            .filter(file -> !House.read(file).stripLeading().startsWith("--"))
            .toList();
    assertEquals(List.of(), silent, "The first line says why");
  }

  private static String schema(Path file, String table) {
    int dot = table.indexOf('.');
    assertTrue(dot > 0, file.getFileName() + ": " + table + " needs its schema in front");
    return table.substring(0, dot);
  }

  private static String plain(Path file) {
    return House.read(file).replaceAll("--[^\\n]*", "").toLowerCase(Locale.ROOT);
  }
}
