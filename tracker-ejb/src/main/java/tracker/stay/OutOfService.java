package tracker.stay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Array;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import tracker.booking.Closures;
import tracker.journal.Arrived;
import tracker.journal.Change;
import tracker.journal.ChangesRecorded;
import tracker.shared.Sql;

/** Keeps rooms closed while an open task of type out_of_service is about them. */
@ApplicationScoped
class OutOfService {
  static final String TYPE = "out_of_service";

  private static final Set<String> TURNS = Set.of("status", "refs", "deleted", "restored");
  private static final Set<String> OF_ALL = Set.of("deleted", "restored", "move");

  // of those alone that close rooms, or may do so from now on
  private static final String CLOSING =
      "select t.id, array(select (r ->> 'id')::uuid from jsonb_array_elements(t.refs) r"
          + " where r ->> 'type' = 'room' and t.type = 'out_of_service' and t.deleted_at is null"
          + " and t.status in ('todo', 'in_progress') and not exists (select 1 from task.project p"
          + " where p.id = t.project_id and p.deleted_at is not null)) as rooms from task.task t"
          + " where (t.type = 'out_of_service'"
          + " or t.id in (select c.task_id from booking.closure c)) and ";

  @Inject private Closures closures;
  @Inject private Sql sql;

  private record Closing(UUID task, List<UUID> rooms) {}

  void hear(@Observes ChangesRecorded recorded) {
    List<UUID> tasks =
        recorded.changes().stream()
            .filter(one -> one.entity().equals("task") && isTurn(one))
            .map(Change::id)
            .distinct()
            .toList();
    if (!tasks.isEmpty()) {
      renew("t.id = any(?)", tasks);
    }
    recorded.changes().stream()
        .filter(one -> one.entity().equals("project") && OF_ALL.contains(one.field()))
        .forEach(one -> renew("t.project_id = ?", one.id()));
    recorded.changes().stream()
        .filter(one -> one.entity().equals("workflow"))
        .map(Change::scope)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(project -> renew("t.project_id = ?", project));
  }

  void hear(@Observes Arrived arrived) {
    renew("t.id = any(?)", arrived.ids());
  }

  private static boolean isTurn(Change change) {
    return switch (change.field()) {
      case "created" -> change.now() instanceof Map<?, ?> all && TYPE.equals(all.get("type"));
      case "type" -> TYPE.equals(change.old()) || TYPE.equals(change.now());
      default -> TURNS.contains(change.field());
    };
  }

  private void renew(String which, Object value) {
    if (value instanceof Collection<?> ids && ids.isEmpty()) {
      return;
    }
    sql.list(
            CLOSING + which + " order by t.id",
            row -> {
              Array rooms = row.getArray("rooms");
              return new Closing(
                  row.getObject("id", UUID.class), List.of((UUID[]) rooms.getArray()));
            },
            value)
        .forEach(one -> closures.close(one.task(), Set.copyOf(one.rooms())));
  }
}
