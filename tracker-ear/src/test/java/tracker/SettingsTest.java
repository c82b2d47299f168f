package tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.ops.KnownSetting;
import tracker.ops.KnownSettings;

/** What an operator may set is told in full, with the values that hold when nobody sets it. */
class SettingsTest {
  @Test
  void operations_lists_each_setting_with_its_usual_value_and_nothing_else() {
    List<String> told =
        House.read(House.root().resolve("docs/operations.md"))
            .lines()
            .filter(line -> line.matches("\\| `[A-Z0-9_]+` \\|.*"))
            .map(line -> line.split(" \\| "))
            .map(cells -> cells[0].replaceAll("[|` ]", "") + " = " + cells[2])
            .toList();
    List<String> known =
        KnownSettings.all().stream().map(one -> one.name() + " = " + one.usual()).toList();
    assertEquals(String.join("\n", known), String.join("\n", told));
  }

  @ParameterizedTest
  @ValueSource(strings = {".local.env.template", ".test.env.template", ".prod.env.template"})
  void each_template_names_each_setting_after_a_line_about_it(String template) {
    List<String> lines = House.read(House.root().resolve("config/" + template)).lines().toList();
    Set<String> named = new TreeSet<>();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).matches("#?[A-Z0-9_]+=.*")) {
        named.add(lines.get(i).replaceFirst("^#?([A-Z0-9_]+)=.*", "$1"));
        assertTrue(lines.get(i - 1).startsWith("# "), lines.get(i) + " has no line about it");
      }
    }
    Set<String> known =
        KnownSettings.all().stream()
            .map(KnownSetting::name)
            .filter(name -> !name.equals("ENV_FILE"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(known, named);
  }

  @Test
  void a_secret_may_stand_in_a_file_and_other_names_are_unknown() {
    assertTrue(KnownSettings.isKnown("DB_PASSWORD_FILE"));
    assertEquals(
        List.of(),
        List.of("DB_HOST_FILE", "SPEED", "PORTS").stream().filter(KnownSettings::isKnown).toList());
  }
}
