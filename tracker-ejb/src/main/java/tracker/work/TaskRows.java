package tracker.work;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tracker.identity.Caller;
import tracker.shared.Cells;
import tracker.shared.Ids;
import tracker.shared.Json;
import tracker.shared.Problem;
import tracker.shared.Sql;
import tracker.workflow.Standing;

/** Reads tasks straight into their records, tags and counts of children in the same statement. */
@Dependent
class TaskRows {
  /** Takes rows of {@code task.task} under the name {@code t}; {@link #view} reads this order. */
  private static final String SELECT =
      "select t.status, t.status_name, t.status_aside, below.children, below.done, below.canceled,"
          + " t.id, t.key, t.title, t.description, t.priority, t.due_at, t.assignee_id,"
          + " array(select g.name from task.task_tag tt join task.tag g on g.id = tt.tag_id"
          + " where tt.task_id = t.id order by lower(g.name)) as tags, t.project_id,"
          + " case when t.project_id is not null then t.space end, t.parent_id, t.type,"
          + " t.refs::text, t.created_by, t.created_at, t.updated_at, t.deleted_at, t.version";

  private static final String BELOW =
      " cross join lateral (select count(*) as children,"
          + " count(*) filter (where c.status = 'done') as done,"
          + " count(*) filter (where c.status = 'canceled') as canceled"
          + " from task.task c where c.parent_id = t.id and c.deleted_at is null) below";

  private static final String NAMED =
      "select t.id, t.key, t.title, t.status, t.deleted_at is not null as deleted"
          + " from task.task t where ";

  /** So many words of what is typed are looked for. */
  private static final int WORDS = 8;

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
    String key = idOrKey.toUpperCase(Locale.ROOT);
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
    return Seen.tasks(caller, args);
  }

  /** The same for statements that find rows by something rarer than who sees them. */
  String seenOneByOne(List<Object> args) {
    return Seen.task(caller, args);
  }

  /** A task as it is, whoever sees it. */
  TaskView written(UUID id) {
    return sql.together(List.of(), all(List.of(id))).get(0);
  }

  /** These tasks, whoever sees them, in any order. */
  static Sql.Query<TaskView> all(List<UUID> ids) {
    List<Object> args = new ArrayList<>();
    String text = SELECT + " from task.task t" + BELOW + " where " + Sql.among("t.id", ids, args);
    return new Sql.Query<>(new Sql.Call(text, args.toArray()), TaskRows::view);
  }

  /** Living tasks of a project by id or present key, whoever sees them. */
  List<TaskView> living(UUID project, Collection<UUID> ids, Collection<String> keys) {
    return read(
        "",
        "task.task t",
        " where t.deleted_at is null and t.project_id = ? and (t.id = any(?::uuid[]) or t.key = any(?))",
        TaskRows::view,
        List.of(project, ids, keys));
  }

  /** Those of these tasks that the caller sees, also of those in the trash. */
  Map<UUID, TaskName> names(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    List<Object> args = new ArrayList<>();
    args.add(ids);
    return sql
        .list(NAMED + "t.id = any(?) and " + seenBy(args), TaskRows::name, args.toArray())
        .stream()
        .collect(Collectors.toMap(TaskName::id, Function.identity()));
  }

  /** Living tasks that are about this thing, the newest first. */
  List<TaskName> about(Ref thing, int most) {
    List<Object> args = new ArrayList<>(List.of(Json.write(List.of(thing))));
    String seen = seenBy(args);
    args.add(most);
    return sql.list(
        NAMED
            + "t.deleted_at is null and t.refs <> '[]' and t.refs @> ?::jsonb and "
            + seen
            + " order by t.created_at desc, t.id desc limit ?",
        TaskRows::name,
        args.toArray());
  }

  /**
   * Living tasks whose key or title has all of these words: the one with this key first, open ones
   * before closed ones, then those that were changed last.
   */
  List<TaskName> find(String text, int most) {
    List<String> words =
        Arrays.stream(text.strip().split("\\s+")).filter(w -> !w.isEmpty()).limit(WORDS).toList();
    if (words.isEmpty()) {
      return List.of();
    }
    List<Object> args = new ArrayList<>();
    StringBuilder where = new StringBuilder("t.deleted_at is null");
    for (String word : words) {
      // the first condition is the one that the index of text answers
      where.append(
          " and lower((t.key || E'\\n' || t.title || E'\\n' || coalesce(t.description, ''))"
              + " collate \"default\") like lower(?)"
              + " and lower((t.key || E'\\n' || t.title) collate \"default\") like lower(?)");
      String like = "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%";
      args.addAll(List.of(like, like));
    }
    where.append(" and ").append(seenBy(args));
    args.add(words.get(0).toUpperCase(Locale.ROOT));
    args.add(most);
    return sql.list(
        NAMED
            + where
            + " order by t.key = ? desc, t.status in ('done', 'canceled'), t.updated_at desc, t.id"
            + " limit ?",
        TaskRows::name,
        args.toArray());
  }

  private static TaskName name(ResultSet row) throws SQLException {
    return new TaskName(
        row.getObject("id", UUID.class),
        row.getString("key"),
        row.getString("title"),
        Columns.category(row.getString("status")),
        row.getBoolean("deleted"));
  }

  /** Names of tags by task. */
  Map<UUID, List<String>> tags(Collection<UUID> tasks) {
    List<Object> args = new ArrayList<>();
    String where = " where " + Sql.among("t.id", tasks, args);
    return sql
        .list(
            "select t.id, array(select g.name from task.task_tag tt join task.tag g"
                + " on g.id = tt.tag_id where tt.task_id = t.id order by lower(g.name)) as tags"
                + " from task.task t"
                + where,
            row -> Map.entry(row.getObject("id", UUID.class), Sql.texts(row, "tags")),
            args.toArray())
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  static TaskView view(ResultSet row) throws SQLException {
    Cells cells = new Cells(row);
    Standing standing =
        new Standing(Columns.category(cells.text()), cells.textOrNull(), cells.flag());
    int children = cells.number();
    int done = cells.number();
    int canceled = cells.number();
    return new TaskView(
        cells.id(),
        cells.text(),
        cells.text(),
        cells.textOrNull(),
        standing.word(),
        standing.category(),
        standing.name(),
        Columns.priority(cells.number()),
        cells.timeOrNull(),
        cells.idOrNull(),
        cells.texts(),
        cells.idOrNull(),
        cells.textOrNull(),
        cells.idOrNull(),
        cells.text(),
        Columns.refs(cells.text()),
        children,
        new TaskView.Subtasks(done, children - canceled),
        cells.id(),
        cells.time(),
        cells.time(),
        cells.timeOrNull(),
        cells.longNumber());
  }
}
