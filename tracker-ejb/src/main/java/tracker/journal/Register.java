package tracker.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.shared.Clock;
import tracker.shared.CommonProblem;
import tracker.shared.Ids;
import tracker.shared.Json;
import tracker.shared.Problem;
import tracker.shared.Sql;
import tracker.shared.SqlFailure;

/**
 * A kind of rows whose fields are columns of the same name: written, recorded, undone and brought
 * back the same way. What is different, the rules of the kind, is told by {@link #check} and the
 * other methods that a kind fills in.
 *
 * <p>Its table has {@code id, created_by, created_at, updated_at, deleted_at, version} beside the
 * fields. Rows are JSON objects on their way, as PostgreSQL itself turns them into columns.
 */
public abstract class Register implements ReversibleOneByOne {
  @Inject private Sql sql;
  @Inject private Caller caller;
  @Inject private Clock clock;
  @EJB private Journal journal;

  /** The table with its schema. */
  protected abstract String table();

  /** The names of the fields, which are recorded and may change. */
  protected abstract List<String> fields();

  /**
   * Refuses what breaks a rule, also one that spans rows; may put what follows from the rest.
   * Called before each write but removal, with other writers of the row waiting.
   *
   * @param before null where the row is new or comes back
   * @param after with its id
   */
  protected abstract void check(@Nullable ObjectNode before, ObjectNode after);

  /** Refuses to remove what others still need. */
  protected abstract void checkUnused(ObjectNode row);

  /** Whether the caller may take back what was done to this row. */
  protected abstract boolean mayUndo(ObjectNode row);

  /** The refusal where there is no such row. */
  protected abstract Problem unknown();

  /** The refusal where the database found two of a kind that may be one only. */
  protected abstract Problem taken(ObjectNode row);

  /** What the caller sees of it. */
  protected abstract Object view(UUID id);

  /** Adds a row. */
  public final UUID add(ObjectNode given) {
    UUID id = Ids.next();
    Instant now = clock.now();
    ObjectNode row = given.deepCopy();
    row.put("id", id.toString());
    row.put("created_by", caller.id().toString());
    row.put("created_at", now.toString());
    row.put("updated_at", now.toString());
    row.putNull("deleted_at");
    row.put("version", 1);
    check(null, row);
    write(
        row,
        "insert into %1$s select * from jsonb_populate_record(null::%1$s, ?::jsonb)"
            .formatted(table()),
        Json.write(row));
    journal.record(List.of(whole(id, "created", null, values(locked(id)))));
    return id;
  }

  /** The row, which nobody else changes until the transaction ends; 404 where it is gone. */
  public final ObjectNode locked(UUID id) {
    return any(id).filter(row -> row.path("deleted_at").isNull()).orElseThrow(this::unknown);
  }

  /** The same, of the version that is meant: 412 STALE with the present state for another one. */
  public final ObjectNode locked(UUID id, @Nullable Long ifVersion) {
    ObjectNode row = locked(id);
    if (ifVersion != null && ifVersion != row.path("version").asLong()) {
      throw Problem.of(CommonProblem.STALE).current(view(id));
    }
    return row;
  }

  /** Gives a row these fields; one that is so already keeps its version. */
  public final void change(ObjectNode before, ObjectNode given) {
    ObjectNode after = before.deepCopy();
    after.setAll(given);
    check(before, after);
    ObjectNode now = asKept(after);
    UUID id = id(before);
    List<Change> changes = new ArrayList<>();
    for (String field : fields()) {
      if (!before.path(field).equals(now.path(field))) {
        changes.add(whole(id, field, before.get(field), now.get(field)));
      }
    }
    if (changes.isEmpty()) {
      return;
    }
    String columns = String.join(", ", fields());
    write(
        after,
        "update %1$s set (%2$s, updated_at, version) = (select %2$s, ?::timestamptz, ?::bigint from"
                .formatted(table(), columns)
            + " jsonb_populate_record(null::%s, ?::jsonb)) where id = ?".formatted(table()),
        clock.now(),
        before.path("version").asLong() + 1,
        Json.write(after),
        id);
    journal.record(changes);
  }

  /** Takes a row away; undo of the operation brings it back. */
  public final void remove(ObjectNode row) {
    checkUnused(row);
    stamp(row, clock.now());
    journal.record(List.of(whole(id(row), "deleted", values(row), null)));
  }

  private void bringBack(ObjectNode row) {
    check(null, row);
    stamp(row, null);
    journal.record(List.of(whole(id(row), "restored", null, values(row))));
  }

  private void stamp(ObjectNode row, @Nullable Instant gone) {
    write(
        row,
        "update %s set deleted_at = ?::timestamptz, updated_at = ?, version = version + 1 where id = ?"
            .formatted(table()),
        gone,
        clock.now(),
        id(row));
  }

  @Override
  public final Optional<Skipped> revert(UUID id, List<HistoryEntry> changes) {
    Past past = new Past(changes);
    Optional<ObjectNode> found = any(id);
    if (found.isEmpty()) {
      return Optional.of(Past.skipped(caller, id, unknown()));
    }
    ObjectNode row = found.get();
    if (!mayUndo(row)) {
      return Optional.of(Past.skipped(caller, id, CommonProblem.FORBIDDEN));
    }
    boolean gone = !row.path("deleted_at").isNull();
    if (gone != past.did("deleted")) {
      return Optional.of(Past.skipped(caller, id, JournalProblem.CHANGED_SINCE, entity()));
    }
    try {
      return takeBack(row, past);
    } catch (Problem refused) {
      return Optional.of(Past.skipped(caller, id, refused));
    }
  }

  private Optional<Skipped> takeBack(ObjectNode row, Past past) {
    if (past.did("deleted")) {
      bringBack(row);
    } else if (past.did("created")) {
      remove(row);
    } else {
      ObjectNode back = Json.shared().createObjectNode();
      for (Map.Entry<String, Past.Ends> one : past.fields().entrySet()) {
        if (fields().contains(one.getKey())) {
          if (!one.getValue().now().equals(row.path(one.getKey()))) {
            return Optional.of(
                Past.skipped(caller, id(row), JournalProblem.CHANGED_SINCE, entity()));
          }
          back.set(one.getKey(), one.getValue().old());
        }
      }
      change(row, back);
    }
    return Optional.empty();
  }

  private Optional<ObjectNode> any(UUID id) {
    return sql.first(
        "select to_jsonb(t)::text from %s t where id = ? for update".formatted(table()),
        row -> Json.read(row.getString(1), ObjectNode.class),
        id);
  }

  /** As the database would keep it: what is the same to it looks the same. */
  private ObjectNode asKept(ObjectNode row) {
    return sql.first(
            "select to_jsonb(jsonb_populate_record(null::%s, ?::jsonb))::text".formatted(table()),
            kept -> Json.read(kept.getString(1), ObjectNode.class),
            Json.write(row))
        .orElseThrow();
  }

  private void write(ObjectNode row, String statement, @Nullable Object... args) {
    try {
      sql.change(statement, args);
    } catch (SqlFailure e) {
      if (SqlFailure.isDuplicate(e) || e.isOverlap()) {
        throw taken(row);
      }
      throw e;
    }
  }

  private Map<String, Object> values(ObjectNode row) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String field : fields()) {
      JsonNode value = row.path(field);
      if (!value.isNull() && !value.isMissingNode()) {
        values.put(field, value);
      }
    }
    return values;
  }

  private Change whole(UUID id, String field, @Nullable Object old, @Nullable Object now) {
    return new Change(entity(), id, null, field, old, now);
  }

  /** The id of a row. */
  protected static UUID id(ObjectNode row) {
    return id(row, "id");
  }

  /** The id in a field that has one. */
  protected static UUID id(ObjectNode row, String field) {
    return UUID.fromString(row.path(field).asText());
  }
}
