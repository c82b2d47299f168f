package tracker.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.shared.Build;
import tracker.shared.Settings;

class NodeTest {
  @Test
  void a_node_is_known_by_the_name_of_its_connection() {
    Node node = new Node("worker", "1.4.0", "app1.example.com");
    assertEquals("gerask node worker 1.4.0 app1.example.com", node.connection());
    assertEquals(Optional.of(node), Node.of(node.connection()));
  }

  @Test
  void what_the_database_would_cut_or_replace_is_left_out_before() {
    String name = new Node("web", "1.4.0", "сервер-" + "a".repeat(80)).connection();
    assertEquals(63, name.length());
    assertTrue(Node.of(name).orElseThrow().host().startsWith("-aaa"));
    assertEquals(
        "unknown", Node.of(new Node("all", "1.4.0", "Сервер").connection()).orElseThrow().host());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"psql", "gerask backup", "gerask node boss 1.4.0 app1", "gerask node all"})
  void other_connections_are_no_nodes(String name) {
    assertEquals(Optional.empty(), Node.of(name));
  }

  @Test
  void this_process_has_a_role_a_version_and_a_host() {
    Node ours = Node.ours(new Settings(Map.of("ROLE", "web")::get));
    assertEquals("web", ours.role());
    assertEquals(Build.ours().version(), ours.version());
    assertEquals(Optional.of(ours), Node.of(ours.connection()));
  }
}
