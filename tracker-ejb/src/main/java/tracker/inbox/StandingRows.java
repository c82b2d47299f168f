package tracker.inbox;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Cursor;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Sql;
import tracker.work.Seen;

/** Who watches tasks, and who muted them. */
@Dependent
class StandingRows {
  private static final String WATCHERS =
      " from inbox.standing s join auth.account a on a.id = s.account_id and a.active"
          + " join task.task t on t.id = s.task_id where s.task_id = ? and not s.muted and "
          + Seen.TASK_BY_ACCOUNT;

  // why somebody is told, as it is found when something happens
  private static final String MINE =
      "select s.muted, (select count(*)"
          + WATCHERS
          + ") as watchers, array_remove(array[case when t.assignee_id = ? then 'assigned' end,"
          + " case when s.muted = false then 'watching' end,"
          + " case when t.created_by = ? then 'created' end], null) as reasons,"
          + " coalesce(c.muted, '{}') as off"
          + " from task.task t left join inbox.standing s on s.task_id = t.id"
          + " and s.account_id = ? left join inbox.choice c on c.account_id = ? where t.id = ?";

  private final Sql sql;

  @Inject
  StandingRows(Sql sql) {
    this.sql = sql;
  }

  void put(UUID account, UUID task, boolean muted, Instant now) {
    sql.change(
        "insert into inbox.standing (account_id, task_id, muted, since) values (?, ?, ?, ?)"
            + " on conflict (account_id, task_id) do update set muted = excluded.muted,"
            + " since = excluded.since where standing.muted <> excluded.muted",
        account,
        task,
        muted,
        now);
  }

  void remove(UUID account, UUID task, boolean muted) {
    sql.change(
        "delete from inbox.standing where account_id = ? and task_id = ? and muted = ?",
        account,
        task,
        muted);
  }

  StandingView of(UUID task, UUID account) {
    return sql.first(MINE, StandingRows::mine, task, account, account, account, account, task)
        .orElseThrow();
  }

  private static StandingView mine(ResultSet row) throws SQLException {
    boolean muted = row.getBoolean("muted");
    List<String> off = Sql.texts(row, "off");
    List<Reason> reasons =
        Sql.texts(row, "reasons").stream()
            .filter(one -> !off.contains(one))
            .map(Reason::of)
            .toList();
    return new StandingView(
        Sql.texts(row, "reasons").contains("watching"),
        muted,
        muted ? List.of() : reasons,
        row.getLong("watchers"));
  }

  Page<WatcherView> watchers(UUID task, PageAsk ask) {
    long total = sql.first("select count(*)" + WATCHERS, row -> row.getLong(1), task).orElse(0L);
    List<@Nullable Object> args = new ArrayList<>(List.of(task));
    String cursor = ask.cursor();
    if (cursor != null) {
      args.addAll(Cursor.timeAndId(cursor));
    }
    args.add(ask.limit() + 1);
    args.add(cursor == null ? ask.offset() : 0L);
    List<WatcherView> found =
        sql.list(
            "select a.id, a.name, s.since"
                + WATCHERS
                + (cursor == null ? "" : " and (s.since, a.id) > (?, ?)")
                + " order by s.since, a.id limit ? offset ?",
            row ->
                new WatcherView(
                    row.getObject("id", UUID.class), row.getString("name"), Sql.time(row, "since")),
            args.toArray());
    return Page.of(found, total, ask, last -> Cursor.write(last.since(), last.userId()));
  }
}
