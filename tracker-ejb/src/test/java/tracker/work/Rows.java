package tracker.work;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Accounts;
import tracker.identity.Caller;
import tracker.identity.PersonView;
import tracker.identity.Role;
import tracker.project.MemberRole;
import tracker.project.Places;
import tracker.project.Visibility;
import tracker.shared.Clock;
import tracker.shared.Ids;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Sql;
import tracker.workflow.Category;
import tracker.workflow.Workflows;

/**
 * Rows written straight into the tables, and callers without a sign-in, for tests of statements.
 */
final class Rows {
  static final Instant DAY = Instant.parse("2026-11-20T00:00:00Z");

  private final Sql sql;

  Rows(Sql sql) {
    this.sql = sql;
  }

  static Caller caller(Role role) {
    return Places.caller(role);
  }

  Task.Place project(Visibility visibility) {
    return Task.Place.of(Places.project(visibility));
  }

  void join(Task.Place project, Caller caller, MemberRole role) {
    Places.join(Objects.requireNonNull(project.id()), caller, role);
  }

  UUID task(Task.Place place, long number, String title, @Nullable Instant due) {
    return task(place, number, title, due, Category.TODO, Ids.next(), null);
  }

  UUID task(
      Task.Place place,
      long number,
      String title,
      @Nullable Instant due,
      Category status,
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
    return kept(id);
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
    return kept(id);
  }

  // search hears of it from the record, which is not written here
  private UUID kept(UUID id) {
    sql.list("select search.renew(?) is null", row -> row.getBoolean(1), List.of(id));
    return id;
  }

  /** A list for this caller; its only people are those called Ann, whoever asks. */
  static TaskList list(Sql sql, Caller who) {
    Accounts people =
        new Accounts() {
          @Override
          public Map<String, List<UUID>> called(Collection<String> names) {
            return names.contains("ann") ? Map.of("ann", List.of(who.id())) : Map.of();
          }

          @Override
          public Page<PersonView> people(@Nullable String text, PageAsk ask) {
            return new Page<>(List.of(), 1, ask.limit(), 0, null);
          }
        };
    Workflows workflows =
        new Workflows() {
          @Override
          public List<String> known(Collection<String> words) {
            return words.contains("review") ? List.of("review") : List.of();
          }
        };
    TaskRows rows = new TaskRows(sql, who);
    QueryNames names = new QueryNames(sql, who, new TagRows(sql, who), people, workflows);
    return new TaskList(sql, rows, new QuerySql(names, who, new Clock()));
  }

  void tag(UUID task, Caller caller, List<String> names) {
    new TagNames(sql, caller).put(java.util.Map.of(task, names), true, new java.util.ArrayList<>());
  }
}
