package tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a commit becomes images: what is tried, how they are named, where they go. */
class DeliveryTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final String GITHUB = ".github/workflows/ci.yml";
  private static final String GITLAB = ".gitlab-ci.yml";

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "'', sha-0123456789ab",
    "v1.2.3, sha-0123456789ab 1.2.3 1.2 1 latest",
    "v0.2.10, sha-0123456789ab 0.2.10 0.2 latest",
    "v1.2.3-rc.1, sha-0123456789ab 1.2.3-rc.1"
  })
  void images_are_named_by_their_commit_and_version(String tag, String names) {
    Script said = Script.run(directory, Map.of(), ".ci/tags", COMMIT, tag);
    assertEquals(new Script(0, List.of(names.split(" "))), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.2.3", "v1.2", "v1.02.3", "v1.2.3+a", "version", "v1.2.3-", "v1.2.3;id"})
  void a_tag_that_is_no_version_names_nothing(String tag) {
    Script said = Script.run(directory, Map.of(), ".ci/tags", COMMIT, tag);
    assertEquals(1, said.code());
    assertTrue(said.lines().toString().contains("A version is tagged v1.2.3"), said.toString());
  }

  @Test
  void a_short_commit_names_nothing() {
    assertEquals(1, Script.run(directory, Map.of(), ".ci/tags", "0123456", "v1.2.3").code());
  }

  @Test
  void each_name_of_both_images_is_pushed_and_the_token_is_in_no_command() throws IOException {
    Path calls = directory.resolve("calls");
    String standIn =
        "echo \"$@\" >> '"
            + calls
            + "'\n[ \"$1\" = login ] && cat > '"
            + calls
            + ".word'\nexit 0\n";
    Path docker = Script.standIn(directory, "docker", standIn);
    Map<String, String> settings =
        Map.of(
            "DOCKER", docker.toString(),
            "COMMIT", COMMIT,
            "TAG", "v0.2.1",
            "REGISTRY", "registry.test/house",
            "REGISTRY_USER", "robot",
            "REGISTRY_TOKEN", "yellow lantern");
    Script said = Script.run(directory, settings, ".ci/image", "push");
    assertEquals(0, said.code(), said.toString());
    List<String> called = Files.readAllLines(calls);
    assertEquals("login registry.test --username robot --password-stdin", called.get(0));
    assertEquals("yellow lantern", Files.readString(directory.resolve("calls.word")));
    for (String image : List.of("gerask", "gerask-gateway")) {
      for (String tag : List.of("sha-0123456789ab", "0.2.1", "0.2", "latest")) {
        String name = "registry.test/house/" + image + ":" + tag;
        assertTrue(called.contains("tag " + image + ":built " + name), called.toString());
        assertTrue(called.contains("push " + name), called.toString());
      }
    }
    assertEquals(1 + 2 * 4 * 2 + 1, called.size());
    assertEquals("logout registry.test", called.get(called.size() - 1));
  }

  @Test
  void a_hole_that_the_scanner_finds_ends_the_delivery() {
    Path docker = Script.standIn(directory, "docker", "[ \"$1\" != run ]\n");
    Map<String, String> settings = Map.of("DOCKER", docker.toString());
    assertTrue(Script.run(directory, settings, ".ci/image", "scan").code() != 0);
    assertEquals(1, Script.run(directory, settings, ".ci/image", "polish").code());
  }

  @Test
  void both_houses_try_what_make_test_tries_and_keep_the_reports() {
    String github = House.read(House.root().resolve(GITHUB));
    JsonNode gitlab = Kit.documents(GITLAB).get(0);
    assertTrue(github.contains("run: .ci/run"));
    assertTrue(gitlab.at("/test/script").toString().contains(".ci/run"));
    assertEquals("always", gitlab.at("/test/artifacts/when").asText());
    assertTrue(gitlab.at("/test/artifacts/reports/junit").toString().contains("failsafe-reports"));
    assertTrue(github.contains("*/target/failsafe-reports"));
    assertEquals("test", Kit.documents(GITHUB).get(0).at("/jobs/image/needs").asText());
    assertEquals("test", gitlab.at("/images/needs/0/job").asText());
    for (String step : List.of("build", "scan", "push")) {
      assertTrue(github.contains("run: .ci/image " + step), step);
      assertTrue(gitlab.at("/images/script").toString().contains(".ci/image " + step), step);
    }
  }

  @Test
  void actions_are_pinned_by_commit() {
    List<String> loose =
        House.read(House.root().resolve(GITHUB))
            .lines()
            .filter(line -> line.contains("uses:"))
            .filter(line -> !line.matches(".*uses: [\\w/-]+@[0-9a-f]{40} # v[\\d.]+"))
            .toList();
    assertEquals(List.of(), loose);
  }

  @Test
  void what_has_to_be_set_is_told_and_nothing_else() {
    String github = House.read(House.root().resolve(GITHUB));
    Set<String> read = names(github, "\\$\\{\\{ (?:vars|secrets)\\.([A-Z_]+) }}");
    String told = House.read(House.root().resolve("docs/delivery.md"));
    assertEquals(read, names(told, "(?m)^\\| `([A-Z_]+)` \\|"));
  }

  private static Set<String> names(String text, String pattern) {
    Set<String> names = new TreeSet<>();
    Pattern.compile(pattern).matcher(text).results().map(DeliveryTest::first).forEach(names::add);
    return names;
  }

  private static String first(MatchResult match) {
    return match.group(1);
  }
}
