package tracker.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.shared.Clock;
import tracker.shared.Cursor;
import tracker.shared.Ids;
import tracker.shared.Json;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Sql;

/** The rows of the record: how they are written and read. */
@Dependent
class Entries {
  private static final String COLUMNS =
      "select c.id, c.at, c.actor_id, c.entity, c.entity_id, c.seq, c.field, c.old::text as old,"
          + " c.new::text as new, c.operation_id from journal.change c";

  private final Sql sql;

  @Inject
  Entries(Sql sql) {
    this.sql = sql;
  }

  void write(List<Change> changes, Caller caller, Clock clock) {
    List<Map<String, @Nullable Object>> rows = changes.stream().map(Entries::row).toList();
    sql.list(
        "select journal.record(?::jsonb, ?::uuid, ?::uuid, ?::timestamptz)",
        row -> row.getInt(1),
        Json.write(rows),
        caller.idOrNull(),
        caller.operation(),
        clock.now());
  }

  private static Map<String, @Nullable Object> row(Change change) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("id", Ids.next());
    row.put("entity", change.entity());
    row.put("entity_id", change.id());
    row.put("scope", change.scope());
    row.put("field", change.field());
    row.put("old", change.old());
    row.put("new", change.now());
    return row;
  }

  /** Newest first; the sequence of an entity has no gaps, so it counts and is the cursor. */
  Page<HistoryEntry> of(UUID entity, PageAsk ask) {
    String cursor = ask.cursor();
    Long below = cursor == null ? null : number(Cursor.read(cursor, 1)[0]);
    long total =
        sql.first(
                "select count(*) from journal.change where entity_id = ?",
                row -> row.getLong(1),
                entity)
            .orElse(0L);
    List<Placed> found =
        sql.list(
            COLUMNS
                + " where c.entity_id = ? and c.seq < coalesce(?::bigint, 9223372036854775807)"
                + " order by c.seq desc, c.entity limit ? offset ?",
            row -> new Placed(row.getLong("seq"), entry(row)),
            entity,
            below,
            ask.limit() + 1,
            below == null ? ask.offset() : 0);
    List<Placed> shown = found.subList(0, Math.min(found.size(), ask.limit()));
    String next =
        found.size() > ask.limit() ? Cursor.write(shown.get(shown.size() - 1).seq()) : null;
    return new Page<>(
        shown.stream().map(Placed::entry).toList(),
        cursor == null ? ask.page() : null,
        ask.limit(),
        total,
        next);
  }

  private record Placed(long seq, HistoryEntry entry) {}

  private static long number(@Nullable String text) {
    try {
      return Long.parseLong(Objects.requireNonNullElse(text, ""));
    } catch (NumberFormatException e) {
      throw Cursor.wrong();
    }
  }

  /** The changes of one operation: entities by id, and the newest change of each first. */
  List<HistoryEntry> ofOperation(UUID operation) {
    return sql.list(
        COLUMNS + " where c.operation_id = ? order by c.entity_id, c.entity, c.seq desc",
        Entries::entry,
        operation);
  }

  Proof verify() {
    return sql.first(
            "select checked, first_bad from journal.verify()",
            row -> {
              UUID bad = Sql.id(row, "first_bad");
              return new Proof(bad == null, row.getLong("checked"), bad);
            })
        .orElseThrow();
  }

  private static HistoryEntry entry(ResultSet row) throws SQLException {
    return new HistoryEntry(
        row.getObject("id", UUID.class),
        Sql.time(row, "at"),
        Sql.id(row, "actor_id"),
        row.getString("entity"),
        row.getObject("entity_id", UUID.class),
        row.getString("field"),
        json(row.getString("old")),
        json(row.getString("new")),
        row.getObject("operation_id", UUID.class));
  }

  private static @Nullable JsonNode json(@Nullable String text) {
    try {
      return text == null ? null : Json.shared().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("jsonb that is no JSON", e);
    }
  }
}
