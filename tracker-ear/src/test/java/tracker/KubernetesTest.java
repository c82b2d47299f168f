package tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tracker.Manifests.FOLDER;
import static tracker.Manifests.PLACES;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.ops.KnownSettings;

/** The objects of docker/kubernetes are understood, closed, and fit what they run. */
class KubernetesTest {
  private static final Manifests WRITTEN = Manifests.written();

  @Test
  void kubernetes_understands_each_object() {
    assertTrue(WRITTEN.all().size() > 20, "They are read");
    assertEquals(List.of(), WRITTEN.faults());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{kind: Deployment, apiVersion: apps/v1, metadata: {name: a}, spec: {replica: 1}}",
        "{kind: Service, apiVersion: v1, metadata: {name: a}, spec: {ports: [{port: http}]}}",
        "{kind: NetworkPolicy, apiVersion: networking.k8s.io/v1, metadata: {name: a}, spec: {}}",
        "{kind: Deploiment, apiVersion: apps/v1, metadata: {name: a}}"
      })
  void an_object_that_it_would_not_is_refused(String text) {
    assertFalse(new Manifests(Kit.parsed(text)).faults().isEmpty(), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "base",
        "tls",
        "sizes",
        "overlays/local",
        "overlays/staging",
        "overlays/prod",
        "overlays/local/settings",
        "overlays/staging/settings",
        "overlays/prod/settings"
      })
  void kustomize_understands_how_they_are_put_together(String folder) {
    JsonNode file = Kit.documents(FOLDER + folder + "/kustomization.yaml").get(0);
    assertEquals(List.of(), Kit.faults("kustomization", file));
  }

  @Test
  void each_file_of_the_base_belongs_to_it() {
    Set<String> named = new TreeSet<>();
    Kit.documents(FOLDER + "base/kustomization.yaml")
        .get(0)
        .get("resources")
        .forEach(file -> named.add(FOLDER + "base/" + file.asText()));
    named.add(FOLDER + "base/kustomization.yaml");
    assertEquals(named, new TreeSet<>(Manifests.files(FOLDER + "base")));
  }

  @Test
  void no_pod_may_more_than_it_needs() {
    assertEquals(4, WRITTEN.running().size());
    for (JsonNode running : WRITTEN.running()) {
      JsonNode pod = Manifests.pod(running);
      String name = Manifests.name(running);
      assertTrue(pod.at("/securityContext/runAsNonRoot").asBoolean(), name);
      assertEquals("RuntimeDefault", pod.at("/securityContext/seccompProfile/type").asText(), name);
      assertFalse(pod.path("automountServiceAccountToken").asBoolean(true), name);
      // a service named db would put an address into the setting DB_PORT
      assertFalse(pod.path("enableServiceLinks").asBoolean(true), name);
      for (JsonNode container : Manifests.containers(running)) {
        JsonNode context = container.get("securityContext");
        assertFalse(context.get("allowPrivilegeEscalation").asBoolean(true), name);
        assertTrue(context.get("readOnlyRootFilesystem").asBoolean(), name);
        assertEquals("[\"ALL\"]", context.at("/capabilities/drop").toString(), name);
        for (String size :
            List.of("requests/cpu", "requests/memory", "limits/cpu", "limits/memory")) {
          assertTrue(container.at("/resources/" + size).isTextual(), name + " " + size);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "app, docker/Dockerfile",
    "worker, docker/Dockerfile",
    "gateway, docker/nginx/Dockerfile"
  })
  void a_pod_runs_as_the_user_of_its_image(String name, String image) {
    JsonNode context = Manifests.pod(WRITTEN.one("Deployment", name)).get("securityContext");
    String user = "USER " + context.get("runAsUser") + ":" + context.get("runAsGroup");
    assertTrue(House.read(House.root().resolve(image)).lines().anyMatch(user::equals), user);
  }

  @Test
  void each_pod_is_asked_whether_it_started_is_ready_and_lives() {
    String asked = House.read(House.root().resolve("docker/app/healthy.sh"));
    assertTrue(asked.contains("GET %s/health/%s "));
    for (JsonNode running : WRITTEN.running()) {
      for (JsonNode container : Manifests.elements(Manifests.pod(running).get("containers"))) {
        for (String probe : List.of("started", "ready", "live")) {
          JsonNode words = container.at("/" + kindOf(probe) + "Probe/exec/command");
          assertTrue(words.isArray(), Manifests.name(running) + " " + probe);
          if (words.get(0).asText().equals("/opt/gerask/healthy.sh")) {
            assertEquals(probe, words.get(1).asText());
          }
        }
      }
    }
  }

  private static String kindOf(String probe) {
    return switch (probe) {
      case "started" -> "startup";
      case "ready" -> "readiness";
      default -> "liveness";
    };
  }

  @Test
  void a_node_that_is_stopped_has_time_to_end_what_it_does() {
    JsonNode pod = Manifests.pod(WRITTEN.one("Deployment", "app"));
    String before = pod.at("/containers/0/lifecycle/preStop/exec/command/2").asText();
    int pause = Integer.parseInt(before.replace("sleep ", ""));
    // a stop takes up to 30 s, see docs/operations.md
    assertTrue(pause >= 5 && pause + 30 <= pod.get("terminationGracePeriodSeconds").asInt());
    assertEquals(
        "0",
        WRITTEN
            .one("Deployment", "app")
            .at("/spec/strategy/rollingUpdate/maxUnavailable")
            .toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "staging", "prod"})
  void the_database_has_a_connection_for_each_that_nodes_may_take(String place) {
    Map<String, String> kit = Manifests.values(FOLDER + "overlays/" + place + "/settings/kit.env");
    int nodes =
        Integer.parseInt(kit.get("APP_MAX_REPLICAS"))
            + Integer.parseInt(kit.get("WORKER_REPLICAS"));
    String most =
        Manifests.pod(WRITTEN.one("StatefulSet", "db")).at("/containers/0/args/2").asText();
    // 48 and a few more for each, see docs/runbooks.md
    assertTrue(nodes * 49 <= Integer.parseInt(most.replace("max_connections=", "")), place);
  }

  @Test
  void what_is_kept_has_its_place() {
    assertEquals(
        "20Gi",
        WRITTEN
            .one("StatefulSet", "db")
            .at("/spec/volumeClaimTemplates/0/spec/resources/requests/storage")
            .asText());
    assertEquals(
        "5Gi",
        WRITTEN
            .one("PersistentVolumeClaim", "uploads")
            .at("/spec/resources/requests/storage")
            .asText());
    assertEquals("Retain", WRITTEN.one("StorageClass", "gerask").get("reclaimPolicy").asText());
  }

  @Test
  void nobody_speaks_with_anybody_unless_a_policy_says_so() {
    JsonNode nobody = WRITTEN.one("NetworkPolicy", "nobody").get("spec");
    assertEquals("{}", nobody.get("podSelector").toString());
    assertEquals("[\"Ingress\",\"Egress\"]", nobody.get("policyTypes").toString());
    assertFalse(nobody.has("ingress") || nobody.has("egress"));
    assertEquals(
        "{\"app.kubernetes.io/name\":\"gateway\"}",
        WRITTEN
            .one("NetworkPolicy", "app")
            .at("/spec/ingress/0/from/0/podSelector/matchLabels")
            .toString());
    assertEquals(1, WRITTEN.one("NetworkPolicy", "db").at("/spec/ingress").size());
  }

  @Test
  void services_find_their_pods_by_a_port_that_they_name() {
    for (JsonNode service : WRITTEN.of("Service")) {
      JsonNode running =
          WRITTEN.running().stream()
              .filter(one -> Manifests.name(one).equals(Manifests.name(service)))
              .findFirst()
              .orElseThrow();
      assertEquals(running.at("/spec/template/metadata/labels"), service.at("/spec/selector"));
      assertEquals(running.at("/spec/selector/matchLabels"), service.at("/spec/selector"));
      JsonNode port = Manifests.pod(running).at("/containers/0/ports/0");
      assertEquals(port.get("name"), service.at("/spec/ports/0/name"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "staging", "prod"})
  void each_setting_of_a_place_exists_and_no_secret_stands_in_it(String place) {
    String gateway = House.read(House.root().resolve("docker/nginx/start.sh"));
    Map<String, String> settings =
        Manifests.values(FOLDER + "overlays/" + place + "/settings/settings.env");
    for (String name : settings.keySet()) {
      assertTrue(
          KnownSettings.isKnown(name)
              || name.startsWith("GATEWAY_") && gateway.contains("#   " + name),
          name);
      assertFalse(name.matches(".*(PASSWORD|SECRET_KEY|PASSPHRASE|ACCESS_KEY)"), name);
    }
    assertEquals(
        Manifests.values(FOLDER + "overlays/prod/settings/settings.env").keySet(),
        settings.keySet());
    assertEquals(place.equals("local") ? "off" : "ahead", settings.get("GATEWAY_TLS"));
    assertTrue(
        House.read(House.root().resolve(".gitignore"))
            .contains(FOLDER + "overlays/*/settings/secrets/"));
  }

  @Test
  void each_size_of_a_place_is_taken_over_and_fits_where_it_goes() {
    Set<String> taken = new TreeSet<>();
    for (JsonNode rule :
        Kit.documents(FOLDER + "sizes/kustomization.yaml").get(0).get("replacements")) {
      String name = rule.at("/source/fieldPath").asText().replace("data.", "");
      if (rule.at("/source/name").asText().equals("gerask-kit")) {
        taken.add(name);
      }
      for (JsonNode target : rule.get("targets")) {
        JsonNode select = target.get("select");
        if (select.has("name") && !select.has("annotationSelector")) {
          JsonNode object = WRITTEN.one(select.get("kind").asText(), select.get("name").asText());
          target
              .get("fieldPaths")
              .forEach(path -> assertTrue(has(object, path.asText()), name + ": " + path));
        }
      }
    }
    for (String place : PLACES) {
      assertEquals(
          taken, Manifests.values(FOLDER + "overlays/" + place + "/settings/kit.env").keySet());
    }
  }

  private static boolean has(JsonNode object, String path) {
    JsonNode at = object;
    for (String step : path.split("\\.")) {
      if (step.startsWith("[name=")) {
        String name = step.substring(6, step.length() - 1);
        at =
            Manifests.elements(at).stream()
                .filter(one -> one.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
      } else {
        at = at.path(step);
      }
    }
    return !at.isMissingNode();
  }
}
