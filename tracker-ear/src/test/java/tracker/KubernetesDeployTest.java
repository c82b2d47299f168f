package tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a cluster takes a version on, with a stand-in for kubectl that knows what was applied. */
class KubernetesDeployTest {
  private static final String NAME = "registry.example.com/house/gerask:";
  private static final String KUBECTL =
      """
      echo "$*" >> "$STATE/calls"
      case "$*" in
        apply*) cat "$3/kustomization.yaml" > "$STATE/applied" ;;
        *backup) [ "$REFUSED" != backup ] ;;
        *status*) ! grep -q broken "$STATE/applied" ;;
      esac
      """;

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void a_place() throws IOException {
    Path place = Files.createDirectories(directory.resolve("overlays/prod"));
    file = place.resolve("kustomization.yaml");
    Files.copy(House.root().resolve(Manifests.FOLDER + "overlays/prod/kustomization.yaml"), file);
  }

  @Test
  void a_version_is_applied_after_a_backup_and_can_be_taken_back() throws IOException {
    Script said = deploy(NAME + "1.2.3", "nothing");
    assertEquals(0, said.code(), said.toString());
    List<String> calls = Files.readAllLines(directory.resolve("calls"));
    assertEquals("-n gerask exec deployment/worker -- /opt/gerask/gerask.sh backup", calls.get(0));
    assertTrue(calls.get(1).startsWith("apply -k "), calls.toString());
    assertEquals("-n gerask rollout status deployment/app --timeout=10m", calls.get(2));
    assertEquals(4, calls.size());
    assertEquals("1.2.3", tags().get(0));
    assertEquals(0, deploy("back", "nothing").code());
    assertEquals("0.1.0", tags().get(0));
  }

  @Test
  void one_that_does_not_start_is_taken_back_and_the_file_names_what_runs() throws IOException {
    List<String> before = tags();
    Script said = deploy(NAME + "broken", "nothing");
    assertEquals(1, said.code(), said.toString());
    assertTrue(said.lines().contains("broken does not start: back to 0.1.0"), said.toString());
    assertEquals(before, tags());
    assertEquals(House.read(file), House.read(directory.resolve("applied")));
  }

  @Test
  void without_a_backup_nothing_is_applied() throws IOException {
    assertEquals(1, deploy(NAME + "1.2.3", "backup").code());
    assertEquals("0.1.0", tags().get(0));
    assertFalse(Files.exists(directory.resolve("applied")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "back",
        NAME + "0.1.0",
        "elsewhere/gerask:1.2.3",
        NAME,
        NAME + "a b",
        NAME + "1|2"
      })
  void what_is_no_other_version_of_this_image_is_refused(String image) {
    assertEquals(1, deploy(image, "nothing").code());
    assertFalse(Files.exists(directory.resolve("calls")));
  }

  @Test
  void only_the_version_of_the_application_changes() throws IOException {
    deploy(NAME + "1.2.3", "nothing");
    assertEquals(List.of("1.2.3", "0.1.0", "17"), tags());
    assertEquals(List.of(), Kit.faults("kustomization", Kit.parsed(House.read(file)).get(0)));
  }

  private List<String> tags() throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.contains("newTag:"))
        .map(line -> line.replaceFirst(".*newTag: *", "").replace("\"", ""))
        .toList();
  }

  private Script deploy(String image, String refused) {
    Map<String, String> all =
        Map.of(
            "KUBECTL", Script.standIn(directory, "kubectl", KUBECTL).toString(),
            "OVERLAYS", directory.resolve("overlays").toString(),
            "STATE", directory.toString(),
            "REFUSED", refused);
    return Script.run(directory, all, "sh", "docker/kubernetes/deploy.sh", image);
  }
}
