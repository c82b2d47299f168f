package tracker.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlDbTest {
  @Test
  void a_walk_asks_for_a_part_when_the_one_before_it_was_taken() throws SQLException {
    try (Connection connection = OnePostgres.source().getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("create temporary sequence made");
      }
      Sql sql = new Sql(OneConnection.of(connection));
      List<Integer> parts = new ArrayList<>();
      List<Long> made = new ArrayList<>();
      sql.walk(
          1000,
          "select nextval('made') from generate_series(1, ?)",
          row -> row.getLong(1),
          part -> {
            parts.add(part.size());
            made.add(sql.first("select last_value from made", row -> row.getLong(1)).orElseThrow());
          },
          2500);
      assertEquals(List.of(1000, 1000, 500), parts);
      assertEquals(List.of(1000L, 2000L, 2500L), made);
      connection.rollback();
    }
  }
}
