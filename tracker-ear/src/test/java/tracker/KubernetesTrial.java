package tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What kubectl makes of docker/kubernetes for each place; it needs kubectl ({@code make
 * check-kubernetes}).
 */
class KubernetesTrial {
  @TempDir private static Path rendered;

  @BeforeAll
  static void render() {
    Script said = Script.run(rendered, Map.of(), "docker/test/kubernetes.sh", rendered.toString());
    assertEquals(0, said.code(), said.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "staging", "prod", "below-a-path"})
  void kubernetes_understands_what_a_place_applies(String place) {
    assertEquals(List.of(), of(place).faults());
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "staging", "prod"})
  void a_place_gets_its_numbers_sizes_and_address(String place) {
    Map<String, String> kit =
        Manifests.values(Manifests.FOLDER + "overlays/" + place + "/settings/kit.env");
    Manifests all = of(place);
    JsonNode scaling = all.one("HorizontalPodAutoscaler", "app").get("spec");
    assertEquals(kit.get("APP_REPLICAS"), scaling.get("minReplicas").toString());
    assertEquals(kit.get("APP_MAX_REPLICAS"), scaling.get("maxReplicas").toString());
    assertEquals(
        kit.get("NGINX_REPLICAS"),
        all.one("Deployment", "gateway").at("/spec/replicas").toString());
    for (String container : List.of("containers", "initContainers")) {
      JsonNode resources =
          Manifests.pod(all.one("Deployment", "app")).at("/" + container + "/0/resources");
      assertEquals(kit.get("APP_CPU_REQUEST"), resources.at("/requests/cpu").asText());
      assertEquals(kit.get("APP_MEMORY_LIMIT"), resources.at("/limits/memory").asText());
    }
    for (JsonNode ingress : all.of("Ingress")) {
      assertEquals(kit.get("DOMAIN"), ingress.at("/spec/rules/0/host").asText());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "staging", "prod"})
  void nodes_read_the_settings_and_secrets_that_the_place_applies(String place) {
    Manifests all = of(place);
    assertEquals(1, all.of("ConfigMap").size());
    String settings = Manifests.name(all.of("ConfigMap").get(0));
    JsonNode secret = all.of("Secret").get(0);
    assertEquals(6, secret.get("data").size());
    for (JsonNode running : all.running()) {
      String pod = Manifests.pod(running).toString();
      assertEquals(!Manifests.name(running).equals("db"), pod.contains('"' + settings + '"'));
      assertEquals(
          !Manifests.name(running).equals("gateway"),
          pod.contains('"' + Manifests.name(secret) + '"'));
      Manifests.containers(running)
          .forEach(one -> assertTrue(one.get("image").asText().contains(":"), pod));
    }
  }

  @Test
  void a_place_below_a_path_is_asked_there() {
    for (JsonNode ingress : of("below-a-path").of("Ingress")) {
      assertEquals("/apps/gerask", ingress.at("/spec/rules/0/http/paths/0/path").asText());
    }
  }

  @Test
  void production_has_real_certificates_and_a_way_to_https_and_a_machine_of_ones_own_has_none() {
    JsonNode ingress = of("prod").one("Ingress", "gerask");
    String issuer = ingress.at("/metadata/annotations/cert-manager.io~1cluster-issuer").asText();
    JsonNode known = of("prod").one("ClusterIssuer", issuer);
    assertEquals(
        "https://acme-v02.api.letsencrypt.org/directory", known.at("/spec/acme/server").asText());
    assertTrue(known.at("/metadata/namespace").isMissingNode(), "It belongs to the whole cluster");
    assertEquals(ingress.at("/spec/rules/0/host"), ingress.at("/spec/tls/0/hosts/0"));
    assertEquals(
        "https",
        of("prod").one("Middleware", "to-https").at("/spec/redirectScheme/scheme").asText());
    assertTrue(of("local").one("Ingress", "gerask").at("/spec/tls").isMissingNode());
    assertEquals(List.of(), of("local").of("ClusterIssuer"));
  }

  private static Manifests of(String place) {
    return new Manifests(Kit.parsed(House.read(rendered.resolve(place + ".yaml"))));
  }
}
