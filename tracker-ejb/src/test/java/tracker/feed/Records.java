package tracker.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.identity.Role;
import tracker.project.MemberRole;
import tracker.project.Places;
import tracker.project.Visibility;
import tracker.shared.Clock;
import tracker.shared.Ids;
import tracker.shared.Json;
import tracker.shared.OnePostgres;
import tracker.shared.Sql;

/** Projects, tasks and entries of the journal, straight into the tables. */
final class Records {
  private static final AtomicInteger NEXT = new AtomicInteger(36 * 36);
  private final Sql sql = OnePostgres.sql();
  private final Clock clock = new Clock();

  static Caller caller(Role role) {
    return Places.caller(role);
  }

  UUID project(String visibility) {
    return Places.project(Visibility.of(visibility)).id();
  }

  void join(UUID project, Caller caller) {
    Places.join(project, caller, MemberRole.VIEWER);
  }

  void leave(UUID project, Caller caller) {
    sql.change(
        "delete from task.member where project_id = ? and account_id = ?", project, caller.id());
  }

  /** A task; without a project it belongs to its creator. */
  UUID task(@Nullable UUID project, UUID creator) {
    UUID id = Ids.next();
    sql.change(
        "insert into task.task (id, project_id, space, number, title, status, priority, type,"
            + " rank, created_by, created_at, updated_at) values (?, ?::uuid,"
            + " coalesce((select key from task.project where id = ?::uuid), 'T'), ?, 'Any',"
            + " 'todo', 1, 'task', ?, ?, now(), now())",
        id,
        project,
        project,
        NEXT.getAndIncrement(),
        id.toString(),
        creator);
    return id;
  }

  UUID comment(UUID task) {
    UUID id = Ids.next();
    sql.change(
        "insert into comment.comment (id, task_id, created_by, body, created_at, updated_at)"
            + " values (?, ?, ?, 'Said', now(), now())",
        id,
        task,
        Ids.next());
    return id;
  }

  /** Records one change in a transaction of its own; its id. */
  UUID change(String entity, UUID id, @Nullable UUID scope, @Nullable UUID actor) {
    try (Connection connection = OnePostgres.source().getConnection()) {
      return change(connection, entity, id, scope, actor, 1).get(0);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Records so many changes of an entity on this connection; their ids. */
  List<UUID> change(
      Connection connection,
      String entity,
      UUID id,
      @Nullable UUID scope,
      @Nullable UUID actor,
      int count)
      throws SQLException {
    List<UUID> ids = new ArrayList<>();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      UUID one = Ids.next();
      ids.add(one);
      row.put("id", one);
      row.put("entity", entity);
      row.put("entity_id", id);
      row.put("scope", scope);
      row.put("field", "status");
      row.put("old", "todo");
      row.put("new", "done");
      rows.add(row);
    }
    try (PreparedStatement record =
        connection.prepareStatement("select journal.record(?::jsonb, ?::uuid, ?, ?)")) {
      record.setString(1, Json.write(rows));
      record.setObject(2, actor);
      record.setObject(3, Ids.next());
      record.setObject(4, clock.now().atOffset(java.time.ZoneOffset.UTC));
      record.execute();
    }
    return ids;
  }
}
