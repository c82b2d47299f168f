package tracker.work;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.identity.Role;
import tracker.shared.Ids;
import tracker.shared.Sql;

/**
 * Rows written straight into the tables, and callers without a sign-in, for tests of statements.
 */
final class Rows {
  static final Instant DAY = Instant.parse("2026-11-20T00:00:00Z");
  private static final AtomicInteger NEXT = new AtomicInteger(36 * 36 * 36);

  private final Sql sql;

  Rows(Sql sql) {
    this.sql = sql;
  }

  static Caller caller(Role role) {
    Caller caller = new Caller();
    caller.signIn(new Caller.SignedIn(Ids.next(), "Ann", role, Ids.next(), null, null));
    return caller;
  }

  Task.Place project(Visibility visibility) {
    UUID id = Ids.next();
    String key = "P" + Integer.toString(NEXT.getAndIncrement(), 36).toUpperCase(Locale.ROOT);
    sql.change(
        "insert into task.project (id, key, name, visibility, created_by, created_at, updated_at)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        id,
        key,
        "Project " + key,
        visibility,
        Ids.next(),
        DAY,
        DAY);
    return new Task.Place(id, key);
  }

  void join(Task.Place project, Caller caller, MemberRole role) {
    sql.change(
        "insert into task.member (project_id, account_id, role) values (?, ?, ?)",
        project.id(),
        caller.id(),
        role);
  }

  UUID task(Task.Place place, long number, String title, @Nullable Instant due) {
    return task(place, number, title, due, Status.TODO, Ids.next(), null);
  }

  UUID task(
      Task.Place place,
      long number,
      String title,
      @Nullable Instant due,
      Status status,
      UUID creator,
      @Nullable UUID assignee) {
    UUID id = Ids.next();
    sql.change(
        "insert into task.task (id, project_id, space, number, title, status, priority, due_at,"
            + " assignee_id, type, rank, created_by, created_at, updated_at)"
            + " values (?, ?::uuid, ?, ?, ?, ?, 1, ?::timestamptz, ?::uuid, 'task', ?, ?, ?, ?)",
        id,
        place.id(),
        place.key(),
        number,
        title,
        status,
        due,
        assignee,
        Rank.ofNew(id),
        creator,
        DAY.plusSeconds(number),
        DAY.plusSeconds(number));
    return id;
  }

  void tag(UUID task, Caller caller, List<String> names) {
    new TagNames(sql, caller).put(java.util.Map.of(task, names), true, new java.util.ArrayList<>());
  }
}
