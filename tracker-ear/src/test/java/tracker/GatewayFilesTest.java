package tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that the gateway's script makes for nginx; GatewayTrial starts nginx with them. */
class GatewayFilesTest {
  @TempDir private Path directory;

  @Test
  void where_tls_ends_ahead_nodes_hear_of_https_and_callers_keep_to_it() {
    assertEquals(0, made(Map.of("GATEWAY_TLS", "ahead", "GATEWAY_NODES", "app:8080")).code());
    String site = file("site.conf");
    assertTrue(site.contains("proxy_set_header X-Forwarded-Proto https;"), site);
    assertTrue(site.contains("proxy_cookie_flags ~ secure;"), site);
    assertTrue(file("headers.conf").contains("Strict-Transport-Security"));
    String main = file("nginx.conf");
    assertTrue(main.contains("listen 8080 default_server;"), main);
    assertFalse(main.contains("ssl") || main.contains("return 308 https"), main);
  }

  @Test
  void without_tls_nobody_is_told_of_https() {
    assertEquals(0, made(Map.of()).code());
    assertTrue(file("site.conf").contains("proxy_set_header X-Forwarded-Proto http;"));
    assertEquals("", file("headers.conf"));
  }

  @Test
  void another_word_for_tls_is_refused() {
    Script said = made(Map.of("GATEWAY_TLS", "behind"));
    assertEquals(1, said.code());
    assertTrue(said.lines().toString().contains("GATEWAY_TLS must be off"), said.toString());
  }

  private Script made(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("GATEWAY_DIR", directory.resolve("made").toString());
    all.put("GATEWAY_NGINX", Script.standIn(directory, "nginx", "exit 0\n").toString());
    return Script.run(directory, all, "sh", "docker/nginx/start.sh", "check");
  }

  private String file(String name) {
    return House.read(directory.resolve("made").resolve(name));
  }
}
