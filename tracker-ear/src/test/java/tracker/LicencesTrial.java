package tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What gerask.jar is made of may be passed on ({@code make sbom} makes the bill that is read). */
class LicencesTrial {
  /** Licences under which a part may be shipped beside Apache 2.0; of several one is enough. */
  private static final Set<String> WELCOME =
      Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "The (New) BSD License", "0BSD", "CDDL-1.0");

  @Test
  void each_part_has_a_licence_that_is_welcome() throws IOException {
    List<String> others =
        parts().entrySet().stream()
            .filter(part -> part.getValue().stream().noneMatch(WELCOME::contains))
            .map(part -> part.getKey() + ": " + part.getValue())
            .toList();
    assertEquals(List.of(), others);
  }

  @Test
  void the_list_of_licences_names_each_part_and_no_other() throws IOException {
    Set<String> told =
        House.read(House.root().resolve("docs/licences.md"))
            .lines()
            .filter(line -> line.startsWith("| `"))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> there =
        parts().entrySet().stream()
            .map(
                part ->
                    "| `" + part.getKey() + "` | " + String.join(" or ", part.getValue()) + " |")
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(String.join("\n", there), String.join("\n", told));
  }

  private static TreeMap<String, Set<String>> parts() throws IOException {
    JsonNode bill =
        new ObjectMapper()
            .readTree(House.root().resolve("tracker-ear/target/gerask.cdx.json").toFile());
    TreeMap<String, Set<String>> parts = new TreeMap<>();
    for (JsonNode part : bill.get("components")) {
      String group = part.path("group").asText();
      if (!group.equals("tracker")) {
        Set<String> licences = new TreeSet<>();
        part.path("licenses").forEach(one -> licences.addAll(named(one)));
        parts.put(group + ":" + part.get("name").asText(), licences);
      }
    }
    assertTrue(parts.size() > 20, "The bill is read");
    return parts;
  }

  /** A licence by its id or name, or those that an expression gives the choice of. */
  private static List<String> named(JsonNode one) {
    if (one.has("expression")) {
      return List.of(one.get("expression").asText().replaceAll("[()]", "").split(" OR "));
    }
    JsonNode licence = one.get("license");
    return List.of((licence.has("id") ? licence.get("id") : licence.get("name")).asText());
  }
}
