package tracker.work;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.query.Field;
import tracker.query.Order;
import tracker.query.Query;
import tracker.query.Wrong;
import tracker.shared.Cursor;
import tracker.shared.Ids;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Sql;
import tracker.workflow.Category;

/**
 * The list of tasks: filters, order, pages and cursors, in at most two statements. A walk by cursor
 * counts once and carries the total along.
 */
@Dependent
class TaskList {
  private final Sql sql;
  private final TaskRows rows;
  private final QuerySql queries;

  @Inject
  TaskList(Sql sql, TaskRows rows, QuerySql queries) {
    this.sql = sql;
    this.rows = rows;
    this.queries = queries;
  }

  private record Placed(TaskView task, @Nullable Object[] place) {}

  Page<TaskView> page(TaskAsk ask, PageAsk part) {
    return page(ask, null, part);
  }

  /**
   * A part of the list.
   *
   * @param kept the text of a kept query that must hold too, or null; what is wrong with it is 422
   *     for the field {@code filter}
   */
  Page<TaskView> page(TaskAsk ask, @Nullable String kept, PageAsk part) {
    Query query = Query.of(ask.text());
    Query filter = Query.of(kept);
    TaskSort sort = sort(ask, query, filter);
    List<Object> args = new ArrayList<>();
    String all = where(ask, query, filter, args);
    String where = all;
    List<Object> counted = List.copyOf(args);
    @Nullable String[] from = from(part, sort);
    if (from != null) {
      List<Object> values = sort.proved(Arrays.copyOfRange(from, 2, from.length));
      UUID id = UUID.fromString(String.valueOf(from[from.length - 1]));
      where += " and " + sort.after(values, id, args);
    }
    args.add(part.limit() + 1);
    args.add(from == null ? part.offset() : 0);
    List<Placed> found =
        rows.read(
            sort.selected(),
            "(select * from task.task t where %s order by %s limit ? offset ?) t"
                .formatted(where, sort.order()),
            " order by " + sort.order(),
            row -> new Placed(TaskRows.view(row), place(row, sort)),
            args);
    long total = from == null ? total(part, found.size(), all, counted) : number(from[1]);
    return page(part, sort, found, total);
  }

  /** So many of all that is asked for, by id. */
  List<UUID> ids(TaskAsk ask, int most) {
    List<Object> args = new ArrayList<>();
    String where = where(ask, Query.of(ask.text()), Query.of(null), args);
    args.add(most);
    return sql.list(
        "select t.id from task.task t where " + where + " order by t.id limit ?",
        row -> row.getObject(1, UUID.class),
        args.toArray());
  }

  /** What is asked for beside the query wins over its own order: a click on a head does so. */
  private static TaskSort sort(TaskAsk ask, Query query, Query filter) {
    List<Order> order = query.order().isEmpty() ? filter.order() : query.order();
    return ask.sort() == null && !order.isEmpty() ? TaskSort.of(order) : TaskSort.of(ask.sort());
  }

  private static @Nullable Object[] place(java.sql.ResultSet row, TaskSort sort)
      throws java.sql.SQLException {
    @Nullable Object[] values = new Object[sort.width()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.getString("s" + i);
    }
    return values;
  }

  private Page<TaskView> page(PageAsk part, TaskSort sort, List<Placed> found, long total) {
    boolean more = found.size() > part.limit();
    List<TaskView> shown = found.stream().limit(part.limit()).map(Placed::task).toList();
    String next = null;
    if (more) {
      Placed last = found.get(part.limit() - 1);
      List<@Nullable Object> values = new ArrayList<>(List.of(sort.text(), total));
      values.addAll(Arrays.asList(last.place()));
      values.add(last.task().id());
      next = Cursor.write(values.toArray());
    }
    return new Page<>(shown, part.cursor() == null ? part.page() : null, part.limit(), total, next);
  }

  /** The values of the cursor: sort, total, sorted columns, id; null without one. */
  private static @Nullable String @Nullable [] from(PageAsk part, TaskSort sort) {
    String cursor = part.cursor();
    if (cursor == null) {
      return null;
    }
    @Nullable String[] values = Cursor.read(cursor, sort.width() + 3);
    if (!sort.text().equals(values[0])) {
      throw Cursor.wrong();
    }
    number(values[1]);
    return values;
  }

  private static long number(@Nullable String text) {
    try {
      return Long.parseLong(String.valueOf(text));
    } catch (NumberFormatException e) {
      throw Cursor.wrong();
    }
  }

  // the rows themselves tell the total where they reach the end
  private long total(PageAsk part, int found, String where, List<Object> args) {
    if (found <= part.limit() && (found > 0 || part.page() == 1)) {
      return part.offset() + found;
    }
    return sql.first(
            "select count(*) from task.task t where " + where,
            row -> row.getLong(1),
            args.toArray())
        .orElse(0L);
  }

  private String where(TaskAsk ask, Query query, Query filter, List<Object> args) {
    StringBuilder where = new StringBuilder("t.deleted_at is ");
    where.append(ask.deleted() ? "not null" : "null");
    if (ask.unassigned()) {
      where.append(" and t.assignee_id is null");
    }
    add(where, args, " and t.assignee_id = ?", ask.assigneeId());
    add(where, args, " and t.created_by = ?", ask.createdBy());
    add(where, args, " and t.due_at < ?", ask.dueBefore());
    add(where, args, " and t.due_at > ?", ask.dueAfter());
    addStatus(where, args, ask.status());
    add(where, args, " and t.type = any(?)", ask.type());
    if (!ask.priority().isEmpty()) {
      where.append(" and t.priority = any(?::smallint[])");
      args.add(ask.priority().stream().map(one -> String.valueOf(one.ordinal())).toList());
    }
    if (!ask.tag().isEmpty()) {
      where.append(
          " and exists (select 1 from task.task_tag tt join task.tag g on g.id = tt.tag_id"
              + " where tt.task_id = t.id and lower(g.name) = any(select lower(unnest(?))))");
      args.add(ask.tag());
    }
    addPlaces(where, args, ask);
    if (query.where() != null) {
      where.append(" and ").append(queries.of(query, args));
    }
    if (filter.where() != null) {
      where.append(" and ").append(kept(filter, args));
    }
    String seen =
        query.asks(Field.TEXT) || filter.asks(Field.TEXT)
            ? rows.seenOneByOne(args)
            : rows.seenBy(args);
    return where.append(" and ").append(seen).toString();
  }

  /** Words of categories are all of their statuses; others are names. */
  private static void addStatus(StringBuilder where, List<Object> args, List<String> words) {
    if (words.isEmpty()) {
      return;
    }
    List<String> categories =
        words.stream().flatMap(word -> Category.of(word).stream()).map(Category::word).toList();
    List<String> names = words.stream().filter(word -> Category.of(word).isEmpty()).toList();
    if (names.isEmpty()) {
      where.append(" and ").append(Sql.among("t.status", categories, args));
      return;
    }
    where.append(
        " and (t.status = any(?) or t.status_name is not null"
            + " and lower(t.status_name) = any(select lower(unnest(?))))");
    args.add(categories);
    args.add(names);
  }

  private String kept(Query filter, List<Object> args) {
    try {
      return queries.of(filter, args);
    } catch (Problem refused) {
      throw Wrong.renamed(refused, "filter");
    }
  }

  private static void addPlaces(StringBuilder where, List<Object> args, TaskAsk ask) {
    String project = ask.project();
    if (project != null) {
      UUID id = Ids.parse(project);
      where.append(" and t.project_id = ");
      where.append(id == null ? "(select id from task.project where key = ?)" : "?");
      args.add(id == null ? project.toUpperCase(Locale.ROOT) : id);
    }
    String parent = ask.parent();
    if (parent != null) {
      UUID id = Ids.parse(parent);
      where.append(" and t.parent_id = ");
      where.append(id == null ? "(select id from task.task where key = ?)" : "?");
      args.add(id == null ? parent.toUpperCase(Locale.ROOT) : id);
    }
  }

  private static void add(
      StringBuilder where, List<Object> args, String condition, @Nullable Object value) {
    if (value == null || value instanceof List<?> many && many.isEmpty()) {
      return;
    }
    where.append(condition);
    args.add(value);
  }
}
