package tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The kit with Traefik: understood by it, and as closed as the one with nginx. */
class TraefikTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode KIT = Kit.documents("docker/compose.traefik.yml").get(0);
  private static final JsonNode TRAEFIK = KIT.at("/services/traefik");
  private static final JsonNode BEFORE = Kit.documents("docker/traefik/dynamic.yml").get(0);

  @Test
  void compose_and_traefik_understand_each_line() {
    assertEquals(List.of(), Kit.faults("compose", KIT));
    assertEquals(List.of(), Kit.faults("traefik-file", BEFORE));
    assertEquals(List.of(), Kit.faults("traefik", words()));
    assertEquals(List.of(), Kit.faults("traefik-file", labels("app1")));
    assertEquals(labels("app1"), labels("app2"));
  }

  @Test
  void a_word_that_it_does_not_know_is_refused() {
    ObjectNode words = words();
    put(words, "entryPoints.web.adress", ":80");
    assertFalse(Kit.faults("traefik", words).isEmpty());
    ObjectNode labels = labels("app1");
    put(labels, "http.middlewares.closed.replacePaths.path", "/");
    assertFalse(Kit.faults("traefik-file", labels).isEmpty());
  }

  @Test
  void everybody_is_sent_to_https_and_a_certificate_is_asked_for_by_http() {
    JsonNode words = words();
    assertEquals(":443", words.at("/entryPoints/web/http/redirections/entryPoint/to").asText());
    assertTrue(words.at("/entryPoints/web/http/redirections/entryPoint/permanent").asBoolean());
    JsonNode acme = words.at("/certificatesResolvers/letsencrypt/acme");
    assertEquals("web", acme.at("/httpChallenge/entryPoint").asText());
    for (JsonNode router : labels("app1").at("/http/routers")) {
      assertEquals("[\"websecure\"]", router.get("entryPoints").toString());
      assertEquals("letsencrypt", router.at("/tls/certResolver").asText());
      assertTrue(router.get("middlewares").toString().contains("headers@file"));
    }
    assertEquals(31536000, BEFORE.at("/http/middlewares/headers/headers/stsSeconds").asInt());
    assertEquals("VersionTLS12", BEFORE.at("/tls/options/default/minVersion").asText());
  }

  @Test
  void nothing_is_open_that_was_not_opened() {
    JsonNode words = words();
    assertFalse(words.at("/providers/docker/exposedByDefault").asBoolean(true));
    assertFalse(words.has("api"), "The dashboard stays closed");
    assertFalse(words.at("/global/sendAnonymousUsage").asBoolean(true));
    assertEquals("drop", words.at("/accessLog/fields/names/RequestPath").asText());
    assertEquals("[\"nginx\"]", KIT.at("/services/gateway/profiles").toString());
    assertTrue(TRAEFIK.get("read_only").asBoolean());
    assertEquals("[\"ALL\"]", TRAEFIK.get("cap_drop").toString());
    JsonNode labels = labels("app1").get("http");
    assertTrue(labels.at("/routers/closed/rule").asText().endsWith("/metrics`)"));
    assertEquals(
        "${ROOT_PATH:-}/api/closed", labels.at("/middlewares/closed/replacePath/path").asText());
    assertEquals("${ROOT_PATH:-}/live", labels.at("/middlewares/health/replacePath/path").asText());
  }

  @Test
  void each_thing_that_a_router_names_exists() {
    JsonNode labels = labels("app1").get("http");
    for (JsonNode router : labels.get("routers")) {
      assertTrue(labels.get("services").has(router.get("service").asText()));
      for (JsonNode name : router.get("middlewares")) {
        String[] named = name.asText().split("@");
        JsonNode from = named.length == 2 ? BEFORE.get("http") : labels;
        assertTrue(from.get("middlewares").has(named[0]), name.asText());
      }
    }
    assertEquals(
        "${ROOT_PATH:-}/health/ready",
        labels.at("/services/gerask/loadBalancer/healthCheck/path").asText());
  }

  /** What stands behind its name in the compose file, as the tree that a file would hold. */
  private static ObjectNode words() {
    ObjectNode tree = JSON.createObjectNode();
    for (JsonNode word : TRAEFIK.get("command")) {
      String[] pair = word.asText().substring(2).split("=", 2);
      put(tree, pair[0], pair[1]);
    }
    return tree;
  }

  /** The labels of a node, likewise. */
  private static ObjectNode labels(String node) {
    ObjectNode tree = JSON.createObjectNode();
    KIT.at("/services/" + node + "/labels")
        .fields()
        .forEachRemaining(
            label -> {
              String name = label.getKey().replaceFirst("^traefik\\.", "");
              if (name.endsWith("loadBalancer.server.port")) {
                // containers have a port where a file has addresses
                ObjectNode balancer = at(tree, name.replace(".server.port", "").split("\\."));
                balancer.putArray("servers").addObject().put("url", "http://node");
              } else if (name.startsWith("http.")) {
                put(tree, name, label.getValue().asText());
              }
            });
    return tree;
  }

  private static void put(ObjectNode tree, String name, String value) {
    int last = name.lastIndexOf('.');
    ObjectNode parent = at(tree, name.substring(0, last).split("\\."));
    String key = name.substring(last + 1);
    if (List.of("entryPoints", "middlewares").contains(key)) {
      ArrayNode list = parent.putArray(key);
      List.of(value.split(",")).forEach(list::add);
    } else if (List.of("true", "false").contains(value)) {
      parent.put(key, Boolean.parseBoolean(value));
    } else if (value.matches("\\d+")) {
      parent.put(key, Integer.parseInt(value));
    } else {
      parent.put(key, value);
    }
  }

  private static ObjectNode at(ObjectNode tree, String... path) {
    ObjectNode here = tree;
    for (String step : path) {
      here = here.withObjectProperty(step);
    }
    return here;
  }
}
