package tracker.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.notify.JobStatus;
import tracker.shared.Cursor;
import tracker.shared.Json;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Sql;

/** The rows of webhooks and of what they were told. */
@Dependent
class WebhookRows {
  private static final String LOG =
      "select j.id, d.event_id, d.type, j.status, j.attempts, j.last_error, d.at, j.ended_at,"
          + " j.payload, j.answered, j.answer from webhook.delivery d"
          + " join notify.job j on j.id = d.job_id where d.webhook_id = ?";

  private final Sql sql;
  private final Caller caller;

  @Inject
  WebhookRows(Sql sql, Caller caller) {
    this.sql = sql;
    this.caller = caller;
  }

  /**
   * One with what nobody outside is told.
   *
   * @param secrets those that sign at this moment
   * @param place up to where in the feed it was told
   */
  record Kept(WebhookView view, List<String> secrets, String place) {}

  void add(WebhookView one, String secret, String place) {
    sql.change(
        "insert into webhook.webhook (id, url, events, project_id, active, secret, place,"
            + " created_by, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        one.id(),
        one.url(),
        one.events(),
        one.projectId(),
        one.active(),
        secret,
        place,
        one.createdBy(),
        one.createdAt(),
        one.updatedAt());
  }

  long count(UUID owner) {
    return sql.first(
            "select count(*) from webhook.webhook where created_by = ?",
            row -> row.getLong(1),
            owner)
        .orElse(0L);
  }

  Optional<WebhookView> one(UUID id) {
    return sql.first(
        "select * from webhook.webhook w where id = ?" + own(),
        row -> kept(row, Instant.MIN).view(),
        with(id));
  }

  /** One for writing; whoever else wants it waits. */
  Optional<Kept> locked(UUID id, Instant now) {
    return sql.first(
        "select * from webhook.webhook w where id = ? for update", row -> kept(row, now), id);
  }

  Page<WebhookView> page(PageAsk ask) {
    long total =
        sql.first(
                "select count(*) from webhook.webhook w where true" + own(),
                row -> row.getLong(1),
                with())
            .orElse(0L);
    String cursor = ask.cursor();
    List<Object> args = new ArrayList<>(Arrays.asList(with()));
    if (cursor != null) {
      args.addAll(Cursor.timeAndId(cursor));
    }
    args.addAll(List.of(ask.limit() + 1, cursor == null ? ask.offset() : 0));
    List<WebhookView> found =
        sql.list(
            "select * from webhook.webhook w where true"
                + own()
                + (cursor == null ? "" : " and (w.created_at, w.id) < (?, ?)")
                + " order by w.created_at desc, w.id desc limit ? offset ?",
            row -> kept(row, Instant.MIN).view(),
            args.toArray());
    return Page.of(found, total, ask, last -> Cursor.write(last.createdAt(), last.id()));
  }

  void change(WebhookView one) {
    sql.change(
        "update webhook.webhook set url = ?, events = ?, project_id = ?, active = ?, stopped = ?,"
            + " updated_at = ?, version = ? where id = ?",
        one.url(),
        one.events(),
        one.projectId(),
        one.active(),
        one.stopped(),
        one.updatedAt(),
        one.version(),
        one.id());
  }

  /** Another secret; the one before goes on for a while. */
  void rotate(UUID id, String secret, Instant until) {
    sql.change(
        "update webhook.webhook set old_secret = secret, old_secret_until = ?, secret = ?"
            + " where id = ?",
        until,
        secret,
        id);
  }

  void delete(UUID id) {
    sql.change("delete from webhook.webhook where id = ?", id);
  }

  /** Those that are told what happens. */
  List<UUID> active() {
    return sql.list(
        "select id from webhook.webhook where active order by id",
        row -> row.getObject(1, UUID.class));
  }

  void reached(UUID id, String place) {
    sql.change("update webhook.webhook set place = ? where id = ?", place, id);
  }

  boolean isTold(UUID id, UUID event) {
    return sql.first(
            "select true from webhook.delivery where webhook_id = ? and event_id = ?",
            row -> true,
            id,
            event)
        .isPresent();
  }

  void told(UUID id, UUID event, String type, UUID job, Instant now) {
    sql.change(
        "insert into webhook.delivery (webhook_id, event_id, type, job_id, at)"
            + " values (?, ?, ?, ?, ?)",
        id,
        event,
        type,
        job,
        now);
  }

  /** Whether the last so many that ended since it was changed all failed. */
  boolean isFailing(WebhookView one, int many) {
    return sql.first(
            "select count(*) = ? and bool_and(status = 'failed') from (select j.status"
                + " from webhook.delivery d join notify.job j on j.id = d.job_id"
                + " where d.webhook_id = ? and j.ended_at > ? order by j.ended_at desc limit ?)"
                + " last",
            row -> row.getBoolean(1),
            many,
            one.id(),
            one.updatedAt(),
            many)
        .orElse(false);
  }

  void forget(Instant before) {
    sql.change("delete from webhook.delivery where at < ?", before);
  }

  /** What it was told, the last first. */
  Page<DeliveryView> log(UUID id, PageAsk ask) {
    long total =
        sql.first("select count(*) from (" + LOG + ") log", row -> row.getLong(1), id).orElse(0L);
    String cursor = ask.cursor();
    List<Object> args = new ArrayList<>(List.of(id));
    if (cursor != null) {
      args.addAll(Cursor.timeAndId(cursor));
    }
    args.addAll(List.of(ask.limit() + 1, cursor == null ? ask.offset() : 0));
    List<DeliveryView> found =
        sql.list(
            LOG
                + (cursor == null ? "" : " and (d.at, d.job_id) < (?, ?)")
                + " order by d.at desc, d.job_id desc limit ? offset ?",
            WebhookRows::delivery,
            args.toArray());
    return Page.of(found, total, ask, last -> Cursor.write(last.createdAt(), last.id()));
  }

  private String own() {
    return caller.isAdmin() ? "" : " and w.created_by = ?";
  }

  private Object[] with(Object... args) {
    return caller.isAdmin()
        ? args
        : Stream.concat(Arrays.stream(args), Stream.of(caller.id())).toArray();
  }

  private static Kept kept(ResultSet row, Instant now) throws SQLException {
    WebhookView view =
        new WebhookView(
            row.getObject("id", UUID.class),
            row.getString("url"),
            Sql.texts(row, "events"),
            Sql.id(row, "project_id"),
            row.getBoolean("active"),
            row.getString("stopped"),
            row.getObject("created_by", UUID.class),
            Sql.time(row, "created_at"),
            Sql.time(row, "updated_at"),
            row.getLong("version"),
            null);
    Instant until = Sql.instant(row, "old_secret_until");
    boolean both = until != null && until.isAfter(now);
    String secret = row.getString("secret");
    return new Kept(
        view,
        both ? List.of(secret, row.getString("old_secret")) : List.of(secret),
        row.getString("place"));
  }

  private static DeliveryView delivery(ResultSet row) throws SQLException {
    try {
      int answered = row.getInt("answered");
      @Nullable Integer status = row.wasNull() ? null : answered;
      return new DeliveryView(
          row.getObject("id", UUID.class),
          row.getObject("event_id", UUID.class),
          row.getString("type"),
          JobStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
          row.getInt("attempts"),
          row.getString("last_error"),
          Sql.time(row, "at"),
          Sql.instant(row, "ended_at"),
          Json.shared().readTree(row.getString("payload")),
          status,
          row.getString("answer"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A payload that is no JSON", e);
    }
  }
}
