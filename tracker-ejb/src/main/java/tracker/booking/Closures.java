package tracker.booking;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import tracker.identity.Allowed;
import tracker.identity.Right;
import tracker.shared.Sql;

/**
 * The door to closures: rooms that nobody books while a task says so. Triggers on tasks keep them,
 * see the migration "stay".
 */
@Stateless
public class Closures {
  @Inject private Sql sql;

  /** The tasks that close a room. */
  @Allowed(Right.INTERNAL)
  public List<UUID> of(UUID room) {
    return sql.list(
        "select task_id from booking.closure where room_id = ? order by task_id",
        row -> row.getObject(1, UUID.class),
        room);
  }

  /** Who books a room and who closes it wait for each other. */
  @Allowed(Right.INTERNAL)
  public void alone(UUID room) {
    sql.alone("booking of " + room);
  }
}
