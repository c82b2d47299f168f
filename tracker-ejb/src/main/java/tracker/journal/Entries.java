package tracker.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final UUID LAST = new UUID(-1, -1);

  private final Sql sql;

  @Inject
  Entries(Sql sql) {
    this.sql = sql;
  }

  /** Writes these entries, sends what goes along with them and reads what is asked for then. */
  <T> List<T> write(
      List<Change> changes,
      Caller caller,
      Clock clock,
      List<Sql.Call> along,
      Sql.@Nullable Query<T> then) {
    List<Sql.Call> calls = new ArrayList<>();
    if (!changes.isEmpty()) {
      calls.add(
          new Sql.Call(
              "select journal.record(?::jsonb, ?::uuid, ?::uuid, ?::timestamptz)",
              Json.write(changes.stream().map(Entries::row).toList()),
              caller.idOrNull(),
              caller.operation(),
              clock.now()));
      calls.addAll(along);
    }
    return calls.isEmpty() && then == null ? List.of() : sql.together(calls, then);
  }

  private static Map<String, @Nullable Object> row(Change change) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("id", Ids.next());
    row.put("entity", change.entity());
    row.put("entity_id", change.id());
    row.put("scope", change.scope());
    row.put("about", change.about());
    row.put("field", change.field());
    row.put("old", change.old());
    row.put("new", change.now());
    return row;
  }

  /** Writes entries of another instance as they are, under new seals. */
  void bring(List<Brought> entries, UUID operation) {
    sql.list(
        "select journal.bring(?::jsonb, ?)", row -> row.getInt(1), Json.write(entries), operation);
  }

  /** The first of these whose entity has a record here that this operation did not bring. */
  Optional<UUID> known(List<Brought> entries, UUID operation) {
    return sql.first(
        "select r.entity_id from unnest(?::text[], ?::uuid[]) r (entity, entity_id)"
            + " join journal.change c on c.entity_id = r.entity_id and c.entity = r.entity"
            + " and c.seq = 1 where c.came_with is distinct from ? limit 1",
        row -> row.getObject(1, UUID.class),
        entries.stream().map(Brought::entity).toList(),
        entries.stream().map(Brought::entityId).toList(),
        operation);
  }

  /** The first of these that is in the record already. */
  Optional<UUID> recorded(List<UUID> ids) {
    return sql.first(
        "select id from journal.change where id = any(?) limit 1",
        row -> row.getObject(1, UUID.class),
        ids);
  }

  /** Whether something of an operation was done in another instance. */
  boolean cameHere(UUID operation) {
    return sql.first(
            "select true from journal.change where operation_id = ? and came_with is not null"
                + " limit 1",
            row -> true,
            operation)
        .isPresent();
  }

  /** Those of an entity and of what hangs on it, newest first. */
  Page<HistoryEntry> of(UUID entity, PageAsk ask) {
    String cursor = ask.cursor();
    UUID below = cursor == null ? LAST : before(cursor);
    // the sequence of a chain has no gaps, so its end counts it
    long total =
        sql.first(
                "select coalesce(sum(seq), 0) from journal.head where entity_id = ? or about = ?",
                row -> row.getLong(1),
                entity,
                entity)
            .orElse(0L);
    List<HistoryEntry> found =
        sql.list(
            COLUMNS
                + " join journal.head h on h.entity_id = c.entity_id and h.entity = c.entity"
                + " where (h.entity_id = ? or h.about = ?) and c.id < ?"
                + " order by c.id desc limit ? offset ?",
            Entries::entry,
            entity,
            entity,
            below,
            ask.limit() + 1,
            cursor == null ? ask.offset() : 0);
    return Page.of(found, total, ask, last -> Cursor.write(last.id()));
  }

  private static UUID before(String cursor) {
    UUID id = Ids.parse(Cursor.read(cursor, 1)[0]);
    if (id == null) {
      throw Cursor.wrong();
    }
    return id;
  }

  /** One change of an entity. */
  Optional<HistoryEntry> one(UUID entity, UUID id) {
    return sql.first(COLUMNS + " where c.entity_id = ? and c.id = ?", Entries::entry, entity, id);
  }

  /** The changes of one operation: entities by id, and the newest change of each first. */
  List<HistoryEntry> ofOperation(UUID operation) {
    return sql.list(
        COLUMNS + " where c.operation_id = ? order by c.entity_id, c.entity, c.seq desc",
        Entries::entry,
        operation);
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
