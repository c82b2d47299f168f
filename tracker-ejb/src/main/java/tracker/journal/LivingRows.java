package tracker.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tracker.shared.Json;
import tracker.shared.Problem;
import tracker.shared.Sql;

/** What the rules of registers ask of living rows, their own and others. */
@Dependent
public class LivingRows {
  private final Sql sql;

  @Inject
  LivingRows(Sql sql) {
    this.sql = sql;
  }

  /** A living row as a record; empty where there is none. */
  public <T> Optional<T> one(String object, String from, String id, Class<T> type, UUID value) {
    return sql.first(
        "select ("
            + object
            + ")::text from "
            + from
            + " where "
            + id
            + " = ? and t.deleted_at is null",
        row -> Json.read(row.getString(1), type),
        value);
  }

  /** Keeps the row that a field names in its place until the end; 422 where there is none. */
  public void hold(String table, ObjectNode row, String field) {
    UUID id = UUID.fromString(row.path(field).asText());
    String living = "select true from " + table + " where id = ? and deleted_at is null for share";
    if (sql.first(living, found -> true, id).isEmpty()) {
      throw Problem.invalid(field, "invalid.no_such");
    }
  }

  /** Whether another living row has the same, so that an undo is refused and not broken off. */
  public boolean isTaken(String table, String condition, ObjectNode row, Object... values) {
    Stream<Object> but = Stream.of(UUID.fromString(row.path("id").asText()));
    return has(
        table, condition + " and id <> ?", Stream.concat(Arrays.stream(values), but).toArray());
  }

  /** Whether there is a living row for which this holds. */
  public boolean has(String table, String condition, Object... values) {
    return sql.first(
            "select true from " + table + " where deleted_at is null and " + condition + " limit 1",
            row -> true,
            values)
        .isPresent();
  }
}
