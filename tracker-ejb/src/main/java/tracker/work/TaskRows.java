package tracker.work;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tracker.identity.Caller;
import tracker.shared.Ids;
import tracker.shared.Problem;
import tracker.shared.Sql;

/** Reads tasks straight into their records, tags and counts of children in the same statement. */
@Dependent
class TaskRows {
  /** Takes rows of {@code task.task} under the name {@code t}. */
  private static final String SELECT =
      "select t.id, t.key, t.space, t.title, t.description, t.status, t.priority, t.due_at,"
          + " t.assignee_id, t.project_id, t.parent_id, t.type, t.refs::text as refs, t.created_by,"
          + " t.created_at, t.updated_at, t.deleted_at, t.version,"
          + " array(select g.name from task.task_tag tt join task.tag g on g.id = tt.tag_id"
          + " where tt.task_id = t.id order by lower(g.name)) as tags,"
          + " below.children, below.closed";

  private static final String BELOW =
      " cross join lateral (select count(*) as children,"
          + " count(*) filter (where c.status in ('done', 'canceled')) as closed"
          + " from task.task c where c.parent_id = t.id and c.deleted_at is null) below";

  private final Sql sql;
  private final Caller caller;

  @Inject
  TaskRows(Sql sql, Caller caller) {
    this.sql = sql;
    this.caller = caller;
  }

  /**
   * Runs a query whose rows are tasks.
   *
   * @param from what makes rows named {@code t}, with its places filled by {@code args}
   * @param extra more columns, or empty
   * @param end ORDER BY and the like
   */
  <T> List<T> read(String extra, String from, String end, Sql.Row<T> reader, List<?> args) {
    return sql.list(SELECT + extra + " from " + from + BELOW + end, reader, args.toArray());
  }

  /** One living task that the caller sees, in one statement. */
  TaskView seen(String idOrKey) {
    UUID id = Ids.parse(idOrKey);
    String key = idOrKey.toUpperCase(java.util.Locale.ROOT);
    if (id == null && !Access.isTaskKey(key)) {
      throw Problem.of(WorkProblem.TASK_NOT_FOUND);
    }
    List<Object> args = new ArrayList<>(id == null ? List.of(key, key) : List.of(id));
    String where = id == null ? Access.byKey() : "t.id = ?";
    return read(
            "",
            "task.task t",
            " where t.deleted_at is null and " + where + " and " + seenBy(args),
            TaskRows::view,
            args)
        .stream()
        .findFirst()
        .orElseThrow(() -> Problem.of(WorkProblem.TASK_NOT_FOUND));
  }

  /** The condition for what the caller sees; adds what its places take. */
  String seenBy(List<Object> args) {
    if (caller.isAdmin()) {
      return Access.SEEN_BY_ADMIN;
    }
    args.add(caller.id());
    args.add(caller.id());
    return Access.SEEN;
  }

  /** A task that was just written, whoever sees it. */
  TaskView written(UUID id) {
    return written(List.of(id)).get(0);
  }

  /** Tasks that were just written, in this order. */
  List<TaskView> written(List<UUID> ids) {
    Map<UUID, TaskView> found =
        read("", "task.task t", " where t.id = any(?)", TaskRows::view, List.of(ids)).stream()
            .collect(Collectors.toMap(TaskView::id, Function.identity()));
    return ids.stream().map(found::get).toList();
  }

  /** Names of tags by task. */
  Map<UUID, List<String>> tags(Collection<UUID> tasks) {
    return sql
        .list(
            "select t.id, array(select g.name from task.task_tag tt join task.tag g"
                + " on g.id = tt.tag_id where tt.task_id = t.id order by lower(g.name)) as tags"
                + " from task.task t where t.id = any(?)",
            row -> Map.entry(row.getObject("id", UUID.class), Sql.texts(row, "tags")),
            tasks)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  static TaskView view(ResultSet row) throws SQLException {
    UUID project = Sql.id(row, "project_id");
    return new TaskView(
        row.getObject("id", UUID.class),
        row.getString("key"),
        row.getString("title"),
        row.getString("description"),
        Columns.status(row.getString("status")),
        Priority.values()[row.getInt("priority")],
        Sql.instant(row, "due_at"),
        Sql.id(row, "assignee_id"),
        Sql.texts(row, "tags"),
        project,
        project == null ? null : row.getString("space"),
        Sql.id(row, "parent_id"),
        row.getString("type"),
        Columns.refs(row.getString("refs")),
        row.getInt("children"),
        row.getInt("closed"),
        row.getObject("created_by", UUID.class),
        Sql.time(row, "created_at"),
        Sql.time(row, "updated_at"),
        Sql.instant(row, "deleted_at"),
        row.getLong("version"));
  }
}
