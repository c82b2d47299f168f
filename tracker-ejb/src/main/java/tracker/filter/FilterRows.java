package tracker.filter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.shared.Cursor;
import tracker.shared.Ids;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Sql;

/** Reads the filters that the caller sees, and whether they are pinned, by name. */
@Dependent
class FilterRows {
  private static final String SELECT =
      "select f.id, f.name, f.query, f.shared, p.filter_id is not null as pinned,"
          + " u.filter_id is not null as usual, f.created_by,"
          + " f.created_at, f.updated_at, f.version, lower(f.name collate \"default\") as sorted";

  private static final String FROM =
      " from filter.filter f left join filter.pin p on p.filter_id = f.id and p.account_id = ?"
          + " left join filter.usual u on u.filter_id = f.id and u.account_id = ?";

  private final Sql sql;
  private final Caller caller;

  @Inject
  FilterRows(Sql sql, Caller caller) {
    this.sql = sql;
    this.caller = caller;
  }

  private record Placed(FilterView filter, String sorted) {}

  Optional<FilterView> one(UUID id) {
    List<Object> args = new ArrayList<>();
    String from = seen(args) + " and f.id = ?";
    args.add(id);
    return sql.first(SELECT + from, row -> read(row).filter(), args.toArray());
  }

  /** One that was just written, whoever sees it. */
  FilterView written(UUID id) {
    return sql.first(
            SELECT + FROM + " where f.id = ?",
            row -> read(row).filter(),
            caller.id(),
            caller.id(),
            id)
        .orElseThrow(() -> Problem.of(FilterProblem.FILTER_NOT_FOUND));
  }

  /**
   * By name.
   *
   * @param text what stands in the name; null for all
   * @param pinned only those that the caller pinned
   */
  Page<FilterView> page(@Nullable String text, boolean pinned, PageAsk ask) {
    List<Object> args = new ArrayList<>();
    String from = seen(args) + (pinned ? " and p.filter_id is not null" : "");
    if (text != null && !text.isBlank()) {
      from += " and strpos(lower(f.name collate \"default\"), lower(?)) > 0";
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
      from += " and (lower(f.name collate \"default\"), f.id) > (?, ?)";
      args.addAll(List.of(name, id));
    }
    args.add(ask.limit() + 1);
    args.add(cursor == null ? ask.offset() : 0);
    List<Placed> found = ordered(from, " limit ? offset ?", args);
    return Page.of(found, total, ask, last -> Cursor.write(last.sorted(), last.filter().id()))
        .map(Placed::filter);
  }

  /** So many of those that the caller pinned. */
  List<FilterView> pinned(int most) {
    List<Object> args = new ArrayList<>();
    String from = seen(args) + " and p.filter_id is not null";
    args.add(most);
    return ordered(from, " limit ?", args).stream().map(Placed::filter).toList();
  }

  private List<Placed> ordered(String from, String part, List<Object> args) {
    String order = " order by lower(f.name collate \"default\"), f.id";
    return sql.list(SELECT + from + order + part, FilterRows::read, args.toArray());
  }

  /** Whether its owner has another living filter of this name. */
  boolean isTaken(UUID owner, String name, UUID but) {
    return sql.first(
            "select true from filter.filter where created_by = ? and id <> ?"
                + " and lower(name collate \"default\") = lower(?) and deleted_at is null",
            row -> true,
            owner,
            but,
            name)
        .isPresent();
  }

  /** Pins it for the caller, or takes the pin out; what is so already stays so. */
  void pin(UUID id, boolean wanted) {
    sql.change(
        wanted
            ? "insert into filter.pin (filter_id, account_id) values (?, ?) on conflict do nothing"
            : "delete from filter.pin where filter_id = ? and account_id = ?",
        id,
        caller.id());
  }

  /** The one that the caller's list opens with; its id, whether they see it or not. */
  Optional<UUID> usual() {
    return sql.first(
        "select filter_id from filter.usual where account_id = ?",
        row -> row.getObject("filter_id", UUID.class),
        caller.id());
  }

  /** Lets the caller's list open with it. */
  void makeUsual(UUID id) {
    sql.change(
        "insert into filter.usual (account_id, filter_id) values (?, ?)"
            + " on conflict (account_id) do update set filter_id = excluded.filter_id",
        caller.id(),
        id);
  }

  /** Lets it open without any; where another one was meant, nothing happens. */
  void forgetUsual(UUID id) {
    sql.change("delete from filter.usual where account_id = ? and filter_id = ?", caller.id(), id);
  }

  private String seen(List<Object> args) {
    args.addAll(List.of(caller.id(), caller.id(), caller.id()));
    return FROM + " where f.deleted_at is null and (f.created_by = ? or f.shared)";
  }

  private static Placed read(ResultSet row) throws SQLException {
    return new Placed(
        new FilterView(
            row.getObject("id", UUID.class),
            row.getString("name"),
            row.getString("query"),
            row.getBoolean("shared"),
            row.getBoolean("pinned"),
            row.getBoolean("usual"),
            row.getObject("created_by", UUID.class),
            Sql.time(row, "created_at"),
            Sql.time(row, "updated_at"),
            row.getLong("version")),
        row.getString("sorted"));
  }
}
