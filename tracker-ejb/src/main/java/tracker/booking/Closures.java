package tracker.booking;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import tracker.identity.Allowed;
import tracker.identity.Right;
import tracker.shared.Sql;

/** The door to closures: rooms that nobody books while a task says so. */
@Stateless
public class Closures {
  @Inject private Sql sql;

  /** From now on a task closes these rooms and no others. */
  @Allowed(Right.INTERNAL)
  public void close(UUID task, Collection<UUID> rooms) {
    List<UUID> closed = by(task);
    if (!new TreeSet<>(closed).equals(new TreeSet<>(rooms))) {
      // in one order, so that two tasks wait for each other and not in a circle
      new TreeSet<>(rooms).forEach(this::alone);
      sql.change("delete from booking.closure where task_id = ?", task);
      if (!rooms.isEmpty()) {
        sql.change(
            "insert into booking.closure (task_id, room_id) select ?, unnest(?)"
                + " on conflict do nothing",
            task,
            rooms);
      }
    }
  }

  /** The tasks that close a room. */
  @Allowed(Right.INTERNAL)
  public List<UUID> of(UUID room) {
    return sql.list(
        "select task_id from booking.closure where room_id = ? order by task_id",
        row -> row.getObject(1, UUID.class),
        room);
  }

  private List<UUID> by(UUID task) {
    return sql.list(
        "select room_id from booking.closure where task_id = ?",
        row -> row.getObject(1, UUID.class),
        task);
  }

  /** Who books a room and who closes it wait for each other. */
  @Allowed(Right.INTERNAL)
  public void alone(UUID room) {
    sql.alone("booking of " + room);
  }
}
