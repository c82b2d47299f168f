package tracker.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tracker.shared.Clock;
import tracker.shared.OnePostgres;
import tracker.shared.Sql;

/** What the database knows of the installation, asked of a real one. */
class InstallationDbTest {
  private final Sql sql = OnePostgres.sql();
  private final InstallationRows rows = new InstallationRows(sql);

  @Test
  void the_database_tells_its_version_size_and_migrations() {
    DatabaseState state = rows.database();
    String last =
        sql.first("select max(version) from ops.migration where success", row -> row.getString(1))
            .orElseThrow();
    assertTrue(state.version().matches("\\d+\\.\\d+.*"), state.version());
    assertTrue(state.bytes() > 1 << 20, state::toString);
    assertTrue(state.migration().startsWith(last + " "), state.migration());
    assertEquals(
        sql.first("select count(*) from ops.migration where version is not null", r -> r.getLong(1))
            .orElseThrow(),
        state.migrations());
    assertTrue(state.connections() >= 1 && state.connections() <= state.most());
    Duration age = Duration.between(state.migratedAt(), new Clock().now());
    assertTrue(age.toMinutes() < 60 && !age.isNegative(), "in no other zone: " + age);
  }

  @Test
  void who_listens_is_a_node_until_the_connection_ends() throws SQLException {
    Node node = new Node("worker", "9.9.9", "test-host");
    try (Connection connection = OnePostgres.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set application_name to '" + node.connection() + "'");
      List<Present> there = mine(node);
      assertEquals(1, there.size());
      assertTrue(there.get(0).since().isBefore(new Clock().now().plusSeconds(1)));
      statement.execute("reset application_name");
      assertEquals(List.of(), mine(node));
    }
  }

  private List<Present> mine(Node node) {
    return rows.nodes().stream().filter(one -> one.node().equals(node)).toList();
  }
}
