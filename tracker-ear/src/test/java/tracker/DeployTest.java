package tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How servers take a version on: which steps, in which order, and the way back. A stand-in plays
 * docker: it knows which image each service runs, and images named broken never become healthy.
 */
class DeployTest {
  private static final String DOCKER =
      """
      if [ "$1" = compose ]; then
        while [ "${1#-}" != "$1" ] || [ "$1" = compose ]; do
          case "$1" in -*) shift 2 ;; *) shift ;; esac
        done
        word=$1; shift
        last=""; for one in "$@"; do last=$one; done
        case "$word" in
          ps) [ -e "$STATE/$last" ] && echo "$last" ;;
          up) echo "up $last $GERASK_IMAGE" >> "$STATE/calls"; echo "$GERASK_IMAGE" > "$STATE/$last" ;;
          run) echo "run $last $GERASK_IMAGE" >> "$STATE/calls"; [ "$last" != "$REFUSED" ] ;;
          exec) shift 3; echo "gateway $*" >> "$STATE/calls" ;;
        esac
        exit
      fi
      case "$1 $3" in
        "inspect {{.Config.Image}}") cat "$STATE/$4" ;;
        inspect*) case "$(cat "$STATE/$4")" in *broken*) echo "starting 3" ;; *) echo "healthy 0" ;; esac ;;
        *) [ "$1" = image ] || { echo "$1 $3" >> "$STATE/calls"; exit 1; }; case "$3" in *gone*) exit 1 ;; esac ;;
      esac
      """;

  @TempDir private Path directory;
  private Path settings;

  @BeforeEach
  void three_services_run() throws IOException {
    settings =
        Files.writeString(directory.resolve("env"), "DOMAIN=tracker.test\nGERASK_IMAGE=gerask:1\n");
    for (String service : List.of("app1", "app2", "worker")) {
      Files.writeString(directory.resolve(service), "gerask:1\n");
    }
  }

  @Test
  void a_version_comes_node_by_node_after_a_backup_and_the_schema() throws IOException {
    Script said = deploy("gerask:2");
    assertEquals(0, said.code(), said.toString());
    assertEquals(
        List.of(
            "run backup gerask:1",
            "run migrate gerask:2",
            "gateway without 172.30.80.11:8080",
            "up app1 gerask:2",
            "gateway all",
            "gateway without 172.30.80.12:8080",
            "up app2 gerask:2",
            "gateway all",
            "up worker gerask:2"),
        calls());
    assertEquals(
        "DOMAIN=tracker.test\nGERASK_IMAGE=gerask:2\nGERASK_IMAGE_BEFORE=gerask:1\n",
        Files.readString(settings));
    assertEquals(0, deploy("back").code());
    assertEquals(List.of("gerask:1", "gerask:1", "gerask:1"), running());
  }

  @Test
  void a_version_that_does_not_start_costs_one_node_and_is_taken_back() throws IOException {
    Script said = deploy("gerask:broken");
    assertEquals(1, said.code(), said.toString());
    assertEquals(
        List.of(
            "gateway without 172.30.80.11:8080",
            "up app1 gerask:broken",
            "up app1 gerask:1",
            "gateway all"),
        calls().subList(2, calls().size()));
    assertEquals(List.of("gerask:1", "gerask:1", "gerask:1"), running());
    assertFalse(Files.readString(settings).contains("broken"));
  }

  @ParameterizedTest
  @CsvSource({"backup, 1", "migrate, 2"})
  void without_a_backup_or_a_schema_no_node_is_touched(String refused, int steps)
      throws IOException {
    Script said = deploy("gerask:2", "REFUSED", refused);
    assertEquals(1, said.code(), said.toString());
    assertEquals(steps, calls().size(), calls().toString());
    assertEquals(List.of("gerask:1", "gerask:1", "gerask:1"), running());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gerask:1", "back", "gerask:gone", "gerask:2; rm", "-v"})
  void what_runs_already_is_not_to_be_had_or_is_no_name_is_refused(String image)
      throws IOException {
    Script said = deploy(image);
    assertEquals(1, said.code(), said.toString());
    assertFalse(
        Files.exists(directory.resolve("calls")) && calls().contains("run backup gerask:1"));
  }

  @Test
  void it_knows_the_nodes_of_the_compose_file() {
    JsonNode services = Kit.documents("docker/compose.prod.yml").get(0).get("services");
    String script = House.read(House.root().resolve("docker/deploy.sh"));
    for (String address : services.at("/gateway/environment/GATEWAY_NODES").asText().split(" ")) {
      assertTrue(script.contains(" " + address + "\""), address);
    }
    for (String node : List.of("app1", "app2")) {
      String address = services.at("/" + node + "/networks/front/ipv4_address").asText();
      assertTrue(script.contains("\"" + node + " " + address + ":8080\""), node);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "deploy 1.2.3, deploy.sh house/gerask:1.2.3",
    "deploy 1.2.3-rc.1, deploy.sh house/gerask:1.2.3-rc.1",
    "back, deploy.sh back"
  })
  void the_key_of_a_pipeline_may_order_a_version(String order, String done) {
    Script said = ordered(order);
    assertEquals(0, said.code(), said.toString());
    assertTrue(said.lines().get(0).endsWith(done), said.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "deploy",
        "deploy latest",
        "deploy 1.2.3; id",
        "deploy 1.2.3 4",
        "back now",
        "deploy 1.2.3\nid",
        "id"
      })
  void and_nothing_else(String order) {
    Script said = ordered(order);
    assertEquals(List.of("Nothing but \"deploy 1.2.3\" and \"back\" is done here."), said.lines());
    assertEquals(1, said.code());
  }

  @Test
  void a_pipeline_asks_the_server_that_it_knows_and_leaves_no_key_behind() throws IOException {
    String standIn =
        "echo \"$@\"\ncat \"$2\"\ncp \"$2\" '"
            + directory
            + "/key'\necho \"$2\" > '"
            + directory
            + "/where'\n";
    Map<String, String> all =
        Map.of(
            "SSH", Script.standIn(directory, "ssh", standIn).toString(),
            "COMMIT", "0123456789abcdef0123456789abcdef01234567",
            "TAG", "v1.2.3",
            "DEPLOY_HOST", "tracker.test",
            "DEPLOY_USER", "deploy",
            "SSH_PRIVATE_KEY", "a key",
            "SSH_KNOWN_HOSTS", "tracker.test ssh-ed25519 AAAA");
    Script said = Script.run(directory, all, ".ci/deploy");
    assertEquals(0, said.code(), said.toString());
    assertTrue(said.lines().get(0).contains("-o StrictHostKeyChecking=yes"), said.toString());
    assertTrue(said.lines().get(0).endsWith("deploy@tracker.test deploy 1.2.3"), said.toString());
    assertEquals("a key\n", Files.readString(directory.resolve("key")));
    assertFalse(Files.exists(Path.of(Files.readString(directory.resolve("where")).strip())));
  }

  private Script deploy(String image, String... more) {
    Map<String, String> all = new HashMap<>();
    String docker = Script.standIn(directory, "docker", DOCKER).toString();
    all.put("DOCKER", docker);
    all.put("COMPOSE", docker + " compose");
    all.put("STATE", directory.toString());
    all.put("ENV_FILE", settings.toString());
    all.put("DRAIN_SECONDS", "0");
    all.put("PATIENCE_SECONDS", "2");
    all.put("REFUSED", "nothing");
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return Script.run(directory, all, "docker/deploy.sh", image);
  }

  private Script ordered(String order) {
    // echo in the place of sudo
    Map<String, String> all = Map.of("SSH_ORIGINAL_COMMAND", order, "SUDO", "echo");
    return Script.run(directory, all, "docker/ordered.sh", "house/gerask");
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(directory.resolve("calls"));
  }

  private List<String> running() throws IOException {
    return List.of(
        Files.readString(directory.resolve("app1")).strip(),
        Files.readString(directory.resolve("app2")).strip(),
        Files.readString(directory.resolve("worker")).strip());
  }
}
