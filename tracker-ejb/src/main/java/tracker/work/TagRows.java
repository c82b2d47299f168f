package tracker.work;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
  private final Caller caller;

  @Inject
  TagRows(Sql sql, Caller caller) {
    this.sql = sql;
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
    return Page.of(found, total, ask, last -> Cursor.write(last.sorted(), last.tag().id()))
        .map(Placed::tag);
  }

  /** Those that the caller sees among these small names, by small name. */
  Map<String, List<UUID>> called(List<String> names) {
    List<Object> args = new ArrayList<>();
    String from = seen(args) + " and lower(g.name) = any(?)";
    args.add(names);
    return sql
        .list(
            "select lower(g.name) as name, g.id" + from,
            row -> Map.entry(row.getString("name"), List.of(row.getObject("id", UUID.class))),
            args.toArray())
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Names that the caller sees and that resemble this one, the nearest first. */
  List<String> near(String name, int limit) {
    List<Object> args = new ArrayList<>();
    String from = seen(args) + " and similarity(lower(g.name), lower(?)) > 0.2";
    args.addAll(List.of(name, name, limit));
    return sql.list(
        "select g.name"
            + from
            + " order by similarity(lower(g.name), lower(?)) desc, lower(g.name) limit ?",
        row -> row.getString("name"),
        args.toArray());
  }

  private String seen(List<Object> args) {
    return " from task.tag g where " + Seen.tags(caller, args);
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
