package tracker.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tracker.harness.Product;
import tracker.harness.Rest;
import tracker.harness.Waiting;

/**
 * {@code make test-ops}: nodes that are stopped by SIGTERM and started again, one after the other,
 * while eight clients read and write. Nobody tells the gateway.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RollingTrial {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int TIMES = 10;
  private static Pair pair;

  @BeforeAll
  static void start() throws Exception {
    pair = new Pair("rolling");
  }

  @AfterAll
  static void stop() throws IOException {
    pair.close();
  }

  @Test
  @Order(1)
  void ten_restarts_of_both_nodes_cost_no_request_and_double_none() {
    Crowd crowd = new Crowd(pair.admin(), "roll");
    for (int i = 0; i < TIMES; i++) {
      roll(crowd, Product.jar());
    }
    crowd.assertAllIsThereOnce();
    System.out.println(TIMES + " restarts of two nodes: " + crowd.asked() + " requests, 0 failed");
  }

  @Test
  @Order(2)
  void a_version_with_a_migration_costs_no_request_either() throws IOException {
    Path next = nextVersion();
    Crowd crowd = new Crowd(pair.admin(), "next");
    roll(crowd, next);
    crowd.assertAllIsThereOnce();
    for (Product node : pair.nodes()) {
      assertEquals("29990101000000", schema(node));
    }
    System.out.println("With a migration: " + crowd.asked() + " requests, 0 failed");
  }

  private static void roll(Crowd crowd, Path jar) {
    for (int node = 0; node < pair.nodes().size(); node++) {
      pair.restart(node, jar);
      int before = crowd.made();
      Waiting.until(SOON, () -> crowd.made() > before + 20, () -> "It does not go on: " + crowd);
    }
  }

  private static String schema(Product node) {
    for (var check : Rest.at(node.url() + Pair.ROOT).get("/health").at("/checks")) {
      if (check.path("name").asText().equals("database")) {
        return check.path("data").path("schema").asText();
      }
    }
    return "none";
  }

  /** The same build with one more migration, which adds and takes nothing away. */
  private static Path nextVersion() throws IOException {
    Path jar = Product.target().resolve("next/gerask.jar");
    Files.createDirectories(jar.getParent());
    Files.copy(Product.jar(), jar, StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem file = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of());
        Stream<Path> libraries = Files.list(file.getPath("app/tracker/WEB-INF/lib"))) {
      List<Path> ours = libraries.filter(one -> one.toString().contains("tracker-ejb")).toList();
      assertTrue(ours.size() == 1, ours::toString);
      Path inner = Files.createTempFile("tracker-ejb", ".jar");
      Files.copy(ours.get(0), inner, StandardCopyOption.REPLACE_EXISTING);
      try (FileSystem library =
          FileSystems.newFileSystem(URI.create("jar:" + inner.toUri()), Map.of())) {
        Files.writeString(
            library.getPath("db/migration/V29990101000000__one_more.sql"),
            "alter table task.tag add column note text;\n");
      }
      Files.copy(inner, ours.get(0), StandardCopyOption.REPLACE_EXISTING);
      Files.delete(inner);
    }
    return jar;
  }
}
