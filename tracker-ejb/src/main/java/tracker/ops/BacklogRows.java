package tracker.ops;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.job.Job;
import tracker.shared.Clock;
import tracker.shared.Cursor;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Sql;

/** The rows of jobs and messages side by side. */
@Dependent
class BacklogRows {
  // what comes by itself is no row of the list, but one of the schedule; ids are compared as texts,
  // for the rows of the schedule have none
  private static final String ALL =
      "(select task_instance as id, task_name as kind,"
          + " case when picked then 'running' else 'waiting' end as state,"
          + " execution_time as due_at,"
          + " case when picked then coalesce(started_at, execution_time)"
          + " else coalesce(last_failure, added_at) end as since,"
          + " coalesce(consecutive_failures, 0) as tries, last_error"
          + " from job.scheduled where task_instance <> 'recurring'"
          + " union all select id::text, kind, 'dead', null, died_at, tries, error from job.dead"
          + " union all select id::text, 'notify.' || type,"
          + " case when lease_until > ? then 'running' else 'waiting' end,"
          + " case when next_at < 'infinity' then next_at end, created_at, attempts, last_error"
          + " from notify.job where status = 'queued'"
          + " union all select id::text, 'notify.' || type, 'dead', null, failed_at, attempts,"
          + " last_error from notify.failed_notifications) work";

  private final Sql sql;
  private final Clock clock;

  @Inject
  BacklogRows(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  Optional<BacklogRow> one(UUID id) {
    return sql.first(
        "select * from " + ALL + " where id = ?", BacklogRows::row, clock.now(), id.toString());
  }

  /** Those that match, the last that came to its state first. */
  Page<BacklogRow> page(BacklogAsk ask) {
    List<Object> args = new ArrayList<>(List.of(clock.now()));
    StringBuilder where = new StringBuilder(" where true");
    if (ask.state() != null) {
      where.append(" and state = ?");
      args.add(ask.state());
    }
    if (ask.kind() != null) {
      where.append(" and kind = ?");
      args.add(ask.kind());
    }
    long total =
        sql.first("select count(*) from " + ALL + where, row -> row.getLong(1), args.toArray())
            .orElse(0L);
    PageAsk part = ask.page();
    String cursor = part.cursor();
    if (cursor != null) {
      where.append(" and (since, id) < (?, ?::text)");
      args.addAll(Cursor.timeAndId(cursor));
    }
    args.addAll(List.of(part.limit() + 1, cursor == null ? part.offset() : 0));
    List<BacklogRow> found =
        sql.list(
            "select * from " + ALL + where + " order by since desc, id desc limit ? offset ?",
            BacklogRows::row,
            args.toArray());
    return Page.of(found, total, part, last -> Cursor.write(last.since(), last.id()));
  }

  /** How much there is of each kind. */
  List<BacklogSummary.OfKind> kinds() {
    return sql.list(
        "select kind, count(*) filter (where state = 'waiting') as waiting,"
            + " count(*) filter (where state = 'running') as running,"
            + " count(*) filter (where state = 'dead') as dead from "
            + ALL
            + " group by kind order by kind",
        row ->
            new BacklogSummary.OfKind(
                row.getString("kind"),
                row.getLong("waiting"),
                row.getLong("running"),
                row.getLong("dead")),
        clock.now());
  }

  /** When those of these kinds come that come by themselves. */
  List<BacklogSummary.Scheduled> schedule(List<Job> kinds) {
    Map<String, Duration> pauses = new HashMap<>();
    for (Job one : kinds) {
      Duration every = one.every();
      if (every != null) {
        pauses.put(one.kind(), every);
      }
    }
    Map<String, BacklogSummary.Scheduled> found =
        sql
            .list(
                "select *, greatest(last_success, last_failure) as last_at from job.scheduled"
                    + " where task_instance = 'recurring' and task_name = any(?)",
                row -> scheduled(row, pauses),
                pauses.keySet())
            .stream()
            .collect(Collectors.toMap(BacklogSummary.Scheduled::kind, Function.identity()));
    return pauses.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            one ->
                found.getOrDefault(
                    one.getKey(),
                    new BacklogSummary.Scheduled(
                        one.getKey(), one.getValue().toSeconds(), null, null, null, null)))
        .toList();
  }

  private static BacklogSummary.Scheduled scheduled(ResultSet row, Map<String, Duration> pauses)
      throws SQLException {
    String kind = row.getString("task_name");
    boolean running = row.getBoolean("picked");
    return new BacklogSummary.Scheduled(
        kind,
        pauses.getOrDefault(kind, Duration.ZERO).toSeconds(),
        Sql.instant(row, "execution_time"),
        running ? Sql.instant(row, "started_at") : null,
        Sql.instant(row, "last_at"),
        row.getInt("consecutive_failures") > 0 ? row.getString("last_error") : null);
  }

  private static BacklogRow row(ResultSet row) throws SQLException {
    int tries = row.getInt("tries");
    @Nullable Instant due = Sql.instant(row, "due_at");
    return new BacklogRow(
        UUID.fromString(row.getString("id")),
        row.getString("kind"),
        BacklogState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        due,
        Sql.time(row, "since"),
        tries,
        tries == 0 ? null : row.getString("last_error"));
  }
}
