package tracker.work;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Cursor;
import tracker.shared.Ids;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Sql;

/**
 * The list of tasks: filters, order, pages and cursors, in at most two statements. A walk by cursor
 * counts once and carries the total along.
 */
@Dependent
class TaskList {
  private final Sql sql;
  private final TaskRows rows;

  @Inject
  TaskList(Sql sql, TaskRows rows) {
    this.sql = sql;
    this.rows = rows;
  }

  private record Placed(TaskView task, @Nullable Object[] place) {}

  Page<TaskView> page(TaskAsk ask, PageAsk part) {
    TaskSort sort = TaskSort.of(ask.sort());
    List<Object> args = new ArrayList<>();
    String where = where(ask, args);
    List<Object> counted = List.copyOf(args);
    @Nullable String[] from = from(part, sort);
    if (from != null) {
      where += " and " + sort.after();
      args.addAll(sort.proved(Arrays.copyOfRange(from, 2, from.length)));
      args.add(UUID.fromString(String.valueOf(from[from.length - 1])));
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
    long total = from == null ? total(part, found.size(), ask, counted) : number(from[1]);
    return page(part, sort, found, total);
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
  private long total(PageAsk part, int found, TaskAsk ask, List<Object> args) {
    if (found <= part.limit() && (found > 0 || part.page() == 1)) {
      return part.offset() + found;
    }
    return sql.first(
            "select count(*) from task.task t where " + where(ask, new ArrayList<>()),
            row -> row.getLong(1),
            args.toArray())
        .orElse(0L);
  }

  private String where(TaskAsk ask, List<Object> args) {
    StringBuilder where = new StringBuilder("t.deleted_at is ");
    where.append(ask.deleted() ? "not null" : "null");
    if (ask.unassigned()) {
      where.append(" and t.assignee_id is null");
    }
    add(where, args, " and t.assignee_id = ?", ask.assigneeId());
    add(where, args, " and t.created_by = ?", ask.createdBy());
    add(where, args, " and t.due_at < ?", ask.dueBefore());
    add(where, args, " and t.due_at > ?", ask.dueAfter());
    add(where, args, " and t.status = any(?)", ask.status());
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
    String text = ask.text();
    if (text != null && !text.isBlank()) {
      where.append(
          " and lower((t.key || E'\\n' || t.title || E'\\n' || coalesce(t.description, ''))"
              + " collate \"default\") like lower(?)");
      args.add("%" + text.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }
    return where.append(" and ").append(rows.seenBy(args)).toString();
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
