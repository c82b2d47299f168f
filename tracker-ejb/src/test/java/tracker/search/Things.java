package tracker.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.identity.Role;
import tracker.project.Places;
import tracker.project.Visibility;
import tracker.shared.Ids;
import tracker.shared.Sql;

/** Projects, tasks, comments and files written straight into the tables, with their words. */
final class Things {
  private static final AtomicInteger NEXT = new AtomicInteger(36 * 36 * 36);
  private static final Instant DAY = Instant.parse("2026-11-20T00:00:00Z");

  private final Sql sql;

  Things(Sql sql) {
    this.sql = sql;
  }

  static Caller caller(Role role) {
    return Places.caller(role);
  }

  /** A project's key. */
  String project(String visibility) {
    return Places.project(Visibility.of(visibility)).key();
  }

  UUID task(@Nullable String project, String title, @Nullable String description) {
    UUID id = Ids.next();
    sql.change(
        "insert into task.task (id, project_id, space, number, title, description, status,"
            + " priority, type, rank, created_by, created_at, updated_at)"
            + " values (?, (select p.id from task.project p where p.key = ?::text),"
            + " coalesce(?::text, 'T'), ?, ?, ?::text, 'todo', 1, 'task', 'i', ?, ?, ?)",
        id,
        project,
        project,
        NEXT.getAndIncrement(),
        title,
        description,
        Ids.next(),
        DAY,
        DAY);
    renew(id);
    return id;
  }

  UUID comment(UUID task, String body) {
    UUID id = Ids.next();
    sql.change(
        "insert into comment.comment (id, task_id, created_by, body, created_at, updated_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        id,
        task,
        Ids.next(),
        body,
        DAY,
        DAY);
    renew(id);
    return id;
  }

  UUID file(UUID task, String name) {
    UUID id = Ids.next();
    sql.change(
        "insert into attachment.attachment (id, holder, holder_id, name, size, content_type,"
            + " sha256, created_by, created_at, updated_at, version)"
            + " values (?, 'task', ?, ?, 1, 'text/plain', '', ?, ?, ?, 1)",
        id,
        task,
        name,
        Ids.next(),
        DAY,
        DAY);
    renew(id);
    return id;
  }

  void renew(UUID id) {
    new Index(sql).renew(List.of(id));
  }
}
