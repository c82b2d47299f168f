package tracker.work;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.shared.Cursor;
import tracker.shared.Ids;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Sql;

/** Reads tags: those that are on nothing, and those on something that the caller sees. */
@Dependent
class TagRows {
  private static final String SELECT =
      "select g.id, g.name, g.colour, g.version, lower(g.name) as sorted";

  private final Sql sql;
  private final TaskRows tasks;
  private final Caller caller;

  @Inject
  TagRows(Sql sql, TaskRows tasks, Caller caller) {
    this.sql = sql;
    this.tasks = tasks;
    this.caller = caller;
  }

  private record Placed(TagView tag, String sorted) {}

  TagView one(UUID id) {
    List<Object> args = new ArrayList<>();
    String from = seen(args) + " and g.id = ?";
    args.add(id);
    return sql.first(SELECT + from, row -> read(row).tag(), args.toArray())
        .orElseThrow(() -> Problem.of(WorkProblem.TAG_NOT_FOUND));
  }

  /** By name. */
  Page<TagView> page(@Nullable String text, PageAsk ask) {
    List<Object> args = new ArrayList<>();
    String from = seen(args);
    if (text != null && !text.isBlank()) {
      from += " and strpos(lower(g.name), lower(?)) > 0";
      args.add(text.strip());
    }
    long total =
        sql.first("select count(*)" + from, row -> row.getLong(1), args.toArray()).orElse(0L);
    String cursor = ask.cursor();
    if (cursor != null) {
      @Nullable String[] place = Cursor.read(cursor, 2);
      UUID id = Ids.parse(place[1]);
      String name = place[0];
      if (id == null || name == null) {
        throw Cursor.wrong();
      }
      from += " and (lower(g.name), g.id) > (?, ?)";
      args.addAll(List.of(name, id));
    }
    args.add(ask.limit() + 1);
    args.add(cursor == null ? ask.offset() : 0);
    List<Placed> found =
        sql.list(
            SELECT + from + " order by lower(g.name), g.id limit ? offset ?",
            TagRows::read,
            args.toArray());
    List<Placed> shown = found.subList(0, Math.min(found.size(), ask.limit()));
    Placed last = found.size() > ask.limit() ? shown.get(shown.size() - 1) : null;
    return new Page<>(
        shown.stream().map(Placed::tag).toList(),
        cursor == null ? ask.page() : null,
        ask.limit(),
        total,
        last == null ? null : Cursor.write(last.sorted(), last.tag().id()));
  }

  private String seen(List<Object> args) {
    if (caller.isAdmin()) {
      return " from task.tag g where true";
    }
    args.add(caller.id());
    return " from task.tag g where (g.created_by = ?"
        + " or not exists (select 1 from task.task_tag tt where tt.tag_id = g.id)"
        + " or exists (select 1 from task.task_tag tt join task.task t on t.id = tt.task_id"
        + " where tt.tag_id = g.id and t.deleted_at is null and "
        + tasks.seenBy(args)
        + "))";
  }

  private static Placed read(ResultSet row) throws SQLException {
    return new Placed(
        new TagView(
            row.getObject("id", UUID.class),
            row.getString("name"),
            row.getString("colour"),
            row.getLong("version")),
        row.getString("sorted"));
  }
}
