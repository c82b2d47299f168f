package tracker.work;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.identity.Reached;
import tracker.project.MemberRole;
import tracker.project.Reach;
import tracker.project.Visibility;
import tracker.shared.Ids;
import tracker.shared.Problem;
import tracker.shared.Sql;

/** Finds tasks by id or key and refuses those that the caller must not see or touch. */
@Dependent
class Access {
  private static final Pattern TASK_KEY = Pattern.compile("[A-Z][A-Z0-9]{0,9}-[1-9][0-9]{0,17}");

  /**
   * The rows of {@code task.task t} that the caller sees; its two places are the caller's id. Tasks
   * of deleted projects are hidden with them.
   */
  static final String SEEN =
      "(t.project_id in (select p.id from task.project p where p.deleted_at is null and"
          + " (p.visibility = 'internal' or exists (select 1 from task.member m"
          + " where m.project_id = p.id and m.account_id = ?)))"
          + " or t.project_id is null and ? in (t.created_by, t.assignee_id))";

  /** The same for administrators, without places. */
  static final String SEEN_BY_ADMIN =
      "(t.project_id is null or t.project_id not in"
          + " (select p.id from task.project p where p.deleted_at is not null))";

  private static final String TASK =
      "select t.id, t.project_id, p.key as project_key, t.deleted_at, t.created_by,"
          + " t.assignee_id, p.visibility, m.role"
          + " from task.task t left join task.project p on p.id = t.project_id"
          + " left join task.member m on m.project_id = t.project_id and m.account_id = ?"
          + " where p.deleted_at is null and ";

  private final Sql sql;
  private final Caller caller;

  @Inject
  Access(Sql sql, Caller caller) {
    this.sql = sql;
    this.caller = caller;
  }

  /** A task that the caller reaches. */
  record TaskFound(
      UUID id,
      @Nullable UUID projectId,
      @Nullable String projectKey,
      UUID createdBy,
      @Nullable MemberRole role,
      boolean deleted,
      Reach reach) {
    Reached forOthers(boolean admin) {
      boolean open = !deleted;
      return new Reached(
          id,
          projectId,
          deleted,
          open && reach.covers(Reach.WORK),
          open && (admin || reach.covers(Reach.MANAGE)));
    }
  }

  /** A living task by id or key, see {@link #anyTask}. */
  TaskFound task(String idOrKey, Reach needed) {
    TaskFound found = anyTask(idOrKey, Reach.SEE);
    if (found.deleted()) {
      throw Problem.of(WorkProblem.TASK_NOT_FOUND);
    }
    return permit(found, needed);
  }

  /** A task, also out of the trash: 404 where the caller does not see it, 403 where that is all. */
  TaskFound anyTask(String idOrKey, Reach needed) {
    return maybeTask(idOrKey)
        .map(found -> permit(found, needed))
        .orElseThrow(() -> Problem.of(WorkProblem.TASK_NOT_FOUND));
  }

  /** The task, also out of the trash, where the caller sees it. */
  Optional<TaskFound> maybeTask(String idOrKey) {
    UUID id = Ids.parse(idOrKey);
    String key = idOrKey.toUpperCase(Locale.ROOT);
    if (id == null && !isTaskKey(key)) {
      return Optional.empty();
    }
    List<TaskFound> found =
        id == null
            ? sql.list(TASK + byKey(), this::taskFound, caller.id(), key, key)
            : sql.list(TASK + "t.id = ?", this::taskFound, caller.id(), id);
    return found.stream().filter(task -> task.reach() != Reach.NONE).findFirst();
  }

  /** Those of these tasks, also out of the trash, that the caller sees. */
  Map<UUID, TaskFound> tasks(Collection<UUID> ids) {
    return sql.list(TASK + "t.id = any(?)", this::taskFound, caller.id(), ids).stream()
        .filter(task -> task.reach() != Reach.NONE)
        .collect(Collectors.toMap(TaskFound::id, Function.identity()));
  }

  /** Those of these accounts that see the task without being administrators. */
  List<UUID> seeing(UUID task, List<UUID> accounts) {
    return sql.list(
        "select x.id from unnest(?::uuid[]) as x(id) join task.task t on t.id = ?"
            + " left join task.project p on p.id = t.project_id"
            + " where p.visibility = 'internal' or exists (select 1 from task.member m"
            + " where m.project_id = t.project_id and m.account_id = x.id)"
            + " or t.project_id is null and x.id in (t.created_by, t.assignee_id)",
        row -> row.getObject(1, UUID.class),
        accounts,
        task);
  }

  /** Those of these pairs where the active account sees the task, also one in the trash. */
  Set<Tasks.Sight> seen(Collection<Tasks.Sight> pairs) {
    return new HashSet<>(
        sql.list(
            "select t.id as task_id, a.id as account_id from unnest(?::uuid[], ?::uuid[])"
                + " as x(task_id, account_id) join task.task t on t.id = x.task_id"
                + " join auth.account a on a.id = x.account_id and a.active where "
                + Seen.TASK_BY_ACCOUNT,
            row ->
                new Tasks.Sight(
                    row.getObject("task_id", UUID.class), row.getObject("account_id", UUID.class)),
            pairs.stream().map(Tasks.Sight::task).toList(),
            pairs.stream().map(Tasks.Sight::account).toList()));
  }

  /** The condition for a task's present or former key, which it takes twice. */
  static String byKey() {
    return "t.id = coalesce((select n.id from task.task n where n.key = ?),"
        + " (select a.task_id from task.key_alias a where a.key = ?))";
  }

  static boolean isTaskKey(String text) {
    return TASK_KEY.matcher(text).matches();
  }

  private TaskFound taskFound(ResultSet row) throws SQLException {
    UUID project = Sql.id(row, "project_id");
    Reach reach =
        project == null
            ? Reach.inPersonal(
                caller.isAdmin(),
                caller.id(),
                row.getObject("created_by", UUID.class),
                Sql.id(row, "assignee_id"))
            : Reach.inProject(
                caller.isAdmin(),
                Visibility.of(row.getString("visibility")),
                MemberRole.ofNullable(row.getString("role")));
    return new TaskFound(
        row.getObject("id", UUID.class),
        project,
        row.getString("project_key"),
        row.getObject("created_by", UUID.class),
        MemberRole.ofNullable(row.getString("role")),
        Sql.instant(row, "deleted_at") != null,
        reach);
  }

  private static TaskFound permit(TaskFound found, Reach needed) {
    found.reach().check(needed);
    return found;
  }
}
