package tracker.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.AccountChanged;
import tracker.shared.Clock;
import tracker.shared.Figures;
import tracker.shared.Ids;
import tracker.shared.Json;
import tracker.shared.Sql;

/**
 * What is due to go out. Each step is one statement, so it needs no transaction: a try is taken
 * with a note until when it is believed to be under way, and a node that is killed meanwhile leaves
 * a row that another one takes after that.
 */
@ApplicationScoped
public class Outbox implements Figures {
  /** Longer than any try takes. */
  static final Duration LEASE = Duration.ofSeconds(30);

  private static final int LOOK = 500;

  // the first that are due, of each lane and each host no more than may be under way
  private static final String TAKE =
      "with due as (select id, next_at,"
          + " row_number() over (partition by lane order by next_at, id) as in_lane,"
          + " row_number() over (partition by host order by next_at, id) as in_host"
          + " from (select id, lane, host, next_at from notify.job j where status = 'queued'"
          + " and next_at <= ? and (lease_until is null or lease_until <= ?)"
          + " and host <> all(?) and not exists (select 1 from notify.job b where b.lane = j.lane"
          + " and b.status = 'queued' and b.lease_until is not null and b.lease_until > ?) order by next_at, id limit ?) first),"
          + " taken as (select j.id from notify.job j join due on due.id = j.id"
          + " where due.in_lane = 1 and due.in_host <= ? and j.status = 'queued'"
          + " and (j.lease_until is null or j.lease_until <= ?)"
          + " order by due.next_at, j.id limit ? for update of j skip locked)"
          + " update notify.job j set lease = ?, lease_until = ? from taken where j.id = taken.id"
          + " returning j.*";

  /** Something is to be sent, in the transaction that it is fired in. */
  record Queued() {}

  @Inject private Sql sql;
  @Inject private Clock clock;
  private volatile Runnable look = () -> {};

  protected Outbox() {}

  /** For tests without a container. */
  Outbox(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Takes tries that are due.
   *
   * @param most how many
   * @param hosts those with enough under way
   * @param perHost how many of one host
   */
  List<Message.Try> take(int most, Collection<String> hosts, int perHost) {
    Instant now = clock.now();
    return sql.list(
        TAKE,
        Outbox::read,
        now,
        now,
        List.copyOf(hosts),
        now,
        LOOK,
        perHost,
        now,
        most,
        Ids.next(),
        now.plus(LEASE));
  }

  /** Notes that the receiver took it. */
  void delivered(Message.Try one, @Nullable Answer answer) {
    sql.change(
        "update notify.job set status = 'ok', attempts = attempts + 1, last_error = null,"
            + " answered = ?, answer = ?, lease = null, lease_until = null, ended_at = ?"
            + " where id = ? and lease = ?",
        answer == null ? null : answer.status(),
        answer == null ? null : answer.text(),
        clock.now(),
        one.job(),
        one.lease());
  }

  /** Notes that a try failed and when the next one is due, unless the line is held meanwhile. */
  void again(Message.Try one, Undelivered failure, Duration gap) {
    Answer answer = failure.answer();
    sql.change(
        "update notify.job set attempts = attempts + 1, last_error = ?, answered = ?, answer = ?,"
            + " next_at = case when next_at = 'infinity' then next_at else ? end,"
            + " lease = null, lease_until = null where id = ? and lease = ?",
        failure.told(),
        answer == null ? null : answer.status(),
        answer == null ? null : answer.text(),
        clock.now().plus(gap),
        one.job(),
        one.lease());
  }

  /** Notes that the last try failed. */
  void failed(Message.Try one, Undelivered failure) {
    Instant now = clock.now();
    Answer answer = failure.answer();
    sql.change(
        "with dead as (update notify.job set status = 'failed', attempts = attempts + 1,"
            + " last_error = ?, answered = ?, answer = ?, lease = null, lease_until = null,"
            + " ended_at = ? where id = ? and lease = ? returning id, account_id, type, attempts)"
            + " insert into notify.failed_notifications"
            + " (id, account_id, type, attempts, last_error, failed_at)"
            + " select id, account_id, type, attempts, ?, ? from dead",
        failure.told(),
        answer == null ? null : answer.status(),
        answer == null ? null : answer.text(),
        now,
        one.job(),
        one.lease(),
        failure.told(),
        now);
  }

  /** Forgets what ended before this moment. */
  void forget(Instant before) {
    sql.change("delete from notify.job where ended_at < ?", before);
  }

  /** Who is gone leaves no address and no words behind. */
  void left(@Observes AccountChanged changed) {
    if (changed.fields().stream().anyMatch(one -> one.name().equals("deleted"))) {
      sql.change("delete from notify.job where account_id = ?", changed.accountId());
    }
  }

  /** What this node does at once when one of its transactions has queued something. */
  void whenQueued(Runnable act) {
    look = act;
  }

  void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Queued event) {
    look.run();
  }

  private static Message.Try read(ResultSet row) throws SQLException {
    Message message =
        JobType.of(row.getString("type")) == JobType.EMAIL
            ? new Message.Mail(
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("html"),
                headers(row.getString("headers")))
            : new Message.Call(
                URI.create(row.getString("url")),
                row.getString("payload"),
                Sql.texts(row, "secrets"),
                row.getString("lane"));
    return new Message.Try(
        row.getObject("id", UUID.class),
        row.getObject("event_id", UUID.class),
        Objects.requireNonNull(row.getObject("lease", UUID.class)),
        row.getInt("attempts"),
        message);
  }

  private static Map<String, String> headers(@Nullable String json) {
    try {
      return json == null
          ? Map.of()
          : Json.shared().readValue(json, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("headers that are no JSON", e);
    }
  }

  /**
   * How much is due and how late the oldest of it is, and how much nobody took.
   *
   * @param oldest zero where nothing waits
   */
  public record Waiting(long many, Duration oldest, long failed) {}

  /** How the queue stands. */
  public Waiting waiting() {
    Instant now = clock.now();
    return sql.first(
            "select count(*) as many, min(next_at) as oldest,"
                + " (select count(*) from notify.failed_notifications) as failed"
                + " from notify.job where status = 'queued' and next_at <= ?",
            row -> {
              Instant oldest = Sql.instant(row, "oldest");
              return new Waiting(
                  row.getLong("many"),
                  oldest == null ? Duration.ZERO : Duration.between(oldest, now),
                  row.getLong("failed"));
            },
            now)
        .orElseThrow();
  }

  @Override
  public List<Figure> figures() {
    Waiting now = waiting();
    return List.of(
        new Figure("tracker_notify_waiting", "Messages due to go out", now.many()),
        new Figure(
            "tracker_notify_oldest_seconds",
            "How late the longest waiting message is",
            now.oldest().toSeconds()),
        new Figure("tracker_notify_failed", "Messages that nobody took", now.failed()));
  }
}
