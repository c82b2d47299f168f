package tracker.notify;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tracker.shared.Cursor;
import tracker.shared.Json;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Sql;

/** The rows of messages, as those see them who asked for them. */
@Dependent
class JobRows {
  private static final String VIEW =
      "select id, type, status, attempts, last_error, send_at, created_at, event_id from notify.job";

  private static final String FAILED =
      "select f.id, f.type, f.attempts, f.last_error, f.failed_at, j.event_id, j.host"
          + " from notify.failed_notifications f join notify.job j on j.id = f.id";

  private final Sql sql;

  @Inject
  JobRows(Sql sql) {
    this.sql = sql;
  }

  /** Which rows: their conditions and what stands in them. */
  record Wanted(String where, List<Object> args) {
    static Wanted all() {
      return new Wanted("", List.of());
    }

    Wanted and(String condition, @Nullable Object... values) {
      List<Object> more = new ArrayList<>(args);
      for (Object value : values) {
        if (value == null) {
          return this; // asks for nothing
        }
        more.add(value);
      }
      return new Wanted(where + (where.isEmpty() ? " where " : " and ") + condition, more);
    }

    Object[] with(Object... more) {
      List<Object> all = new ArrayList<>(args);
      all.addAll(Arrays.asList(more));
      return all.toArray();
    }
  }

  /**
   * One that is to be written.
   *
   * @param event what receivers know it by
   */
  record NewJob(UUID id, UUID account, UUID event, Message message, Instant sendAt) {}

  void add(NewJob job, Instant now) {
    Message.@Nullable Mail mail = job.message() instanceof Message.Mail one ? one : null;
    Message.@Nullable Call call = job.message() instanceof Message.Call one ? one : null;
    sql.change(
        "insert into notify.job (id, account_id, type, status, event_id, recipient, subject, body,"
            + " html, headers, url, payload, secrets, lane, host, send_at, next_at, created_at)"
            + " values (?, ?, ?, 'queued', ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?)",
        job.id(),
        job.account(),
        mail != null ? JobType.EMAIL : JobType.WEBHOOK,
        job.event(),
        mail == null ? null : mail.to(),
        mail == null ? null : mail.subject(),
        mail == null ? null : mail.body(),
        mail == null ? null : mail.html(),
        mail == null || mail.headers().isEmpty() ? null : Json.write(mail.headers()),
        call == null ? null : call.url().toString(),
        call == null ? null : call.payload(),
        call == null ? List.of() : call.secrets(),
        job.message().lane(),
        job.message().host(),
        job.sendAt(),
        job.sendAt(),
        now);
  }

  /** Holds what waits in a lane until it is let go. */
  void hold(String lane, boolean held, Instant now) {
    sql.change(
        "update notify.job set next_at = "
            + (held ? "'infinity'" : "greatest(send_at, ?)")
            + " where lane = ? and status = 'queued'"
            + (held ? "" : " and next_at = 'infinity'"),
        held ? new Object[] {lane} : new Object[] {now, lane});
  }

  void cancelAll(String lane, Instant now) {
    sql.change(
        "update notify.job set status = 'canceled', ended_at = ? where lane = ?"
            + " and status = 'queued'",
        now,
        lane);
  }

  void readdress(String lane, URI url, List<String> secrets) {
    sql.change(
        "update notify.job set url = ?, host = ?, secrets = ?"
            + " where lane = ? and status in ('queued', 'failed')",
        url.toString(),
        Guard.host(url),
        secrets,
        lane);
  }

  Optional<JobView> one(Wanted wanted) {
    return sql.first(VIEW + wanted.where(), JobRows::view, wanted.args().toArray());
  }

  /** Those that match, the newest first. */
  Page<JobView> page(Wanted wanted, PageAsk ask) {
    return page(
        new Listing<>(VIEW, "notify.job", "created_at", "id", JobRows::view, JobRows::place),
        wanted,
        ask);
  }

  /** Takes back what waits for its turn; whether there was such a row. */
  boolean cancel(UUID id, Instant now) {
    return sql.change(
            "update notify.job set status = 'canceled', ended_at = ? where id = ?"
                + " and status = 'queued' and (lease_until is null or lease_until <= ?)",
            now,
            id,
            now)
        > 0;
  }

  /** Those that nobody took, the last first. */
  Page<FailedView> failed(Wanted wanted, PageAsk ask) {
    return page(
        new Listing<>(
            FAILED,
            "notify.failed_notifications f",
            "f.failed_at",
            "f.id",
            JobRows::fail,
            JobRows::place),
        wanted,
        ask);
  }

  /** Queues failed ones again, each with a new round of tries; how many there were. */
  int replay(Wanted wanted, Instant now) {
    return sql.change(
        "with gone as (delete from notify.failed_notifications f"
            + wanted.where()
            + " returning f.id) update notify.job j set status = 'queued', attempts = 0,"
            + " last_error = null, next_at = ?, lease = null, lease_until = null, ended_at = null"
            + " from gone where j.id = gone.id",
        wanted.with(now));
  }

  /** Forgets failed ones; their jobs stay as failed. How many there were. */
  int drop(Wanted wanted) {
    return sql.change(
        "delete from notify.failed_notifications f" + wanted.where(), wanted.args().toArray());
  }

  /** A list: what is read of it, by which time and id it is ordered. */
  private record Listing<T>(
      String select,
      String from,
      String time,
      String id,
      Sql.Row<T> reader,
      Function<T, String> place) {}

  private <T> Page<T> page(Listing<T> list, Wanted wanted, PageAsk ask) {
    long total =
        sql.first(
                "select count(*) from " + list.from() + wanted.where(),
                row -> row.getLong(1),
                wanted.args().toArray())
            .orElse(0L);
    String place = "(" + list.time() + ", " + list.id() + ") < (?, ?)";
    String cursor = ask.cursor();
    Wanted part = cursor == null ? wanted : wanted.and(place, Cursor.timeAndId(cursor).toArray());
    String order = " order by " + list.time() + " desc, " + list.id() + " desc limit ? offset ?";
    List<T> found =
        sql.list(
            list.select() + part.where() + order,
            list.reader(),
            part.with(ask.limit() + 1, cursor == null ? ask.offset() : 0));
    return Page.of(found, total, ask, list.place());
  }

  private static String place(JobView last) {
    return Cursor.write(last.createdAt(), last.id());
  }

  private static String place(FailedView last) {
    return Cursor.write(last.failedAt(), last.id());
  }

  private static JobView view(ResultSet row) throws SQLException {
    return new JobView(
        row.getObject("id", UUID.class),
        JobType.of(row.getString("type")),
        JobStatus.of(row.getString("status")),
        row.getInt("attempts"),
        row.getString("last_error"),
        Sql.time(row, "send_at"),
        Sql.time(row, "created_at"),
        row.getObject("event_id", UUID.class));
  }

  private static FailedView fail(ResultSet row) throws SQLException {
    JobType type = JobType.of(row.getString("type"));
    return new FailedView(
        row.getObject("id", UUID.class),
        type,
        type == JobType.EMAIL ? null : row.getString("host"),
        row.getInt("attempts"),
        row.getString("last_error"),
        Sql.time(row, "failed_at"),
        row.getObject("event_id", UUID.class));
  }
}
