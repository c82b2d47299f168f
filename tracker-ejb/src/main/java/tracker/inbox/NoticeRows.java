package tracker.inbox;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Json;
import tracker.shared.Sql;

/** Writes notices, and finds whom they are for. */
@Dependent
class NoticeRows {
  // what is asked of each that is concerned: not muted, the reason counts, when mail goes out
  private static final String WISHES =
      " left join inbox.choice c on c.account_id = w.account_id"
          + " where not exists (select 1 from inbox.standing m where m.task_id = w.task_id"
          + " and m.account_id = w.account_id and m.muted)"
          + " and not (w.reason = any(coalesce(c.muted, '{}')))";

  private static final String CONCERNED =
      "with w as (select t.id as task_id, t.assignee_id as account_id, 'assigned' as reason,"
          + " null::uuid as event_id, null::timestamptz as since from task.task t where t.id = any(?)"
          + " and t.assignee_id is not null union all select t.id, t.created_by, 'created', null, null"
          + " from task.task t where t.id = any(?) union all select s.task_id, s.account_id,"
          + " 'watching', null, s.since from inbox.standing s where s.task_id = any(?) and not s.muted"
          + " union all select u.*, null from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[]) u)"
          + " select w.*, coalesce(c.mail, 'now') as mail from w"
          + WISHES;

  // a task without somebody to do it reminds who made it
  private static final String DUE =
      "with w as (select t.id as task_id, coalesce(t.assignee_id, t.created_by) as account_id,"
          + " 'due' as reason, md5(t.id::text || extract(epoch from t.due_at)::text)::uuid"
          + " as event_id, null::timestamptz as since, t.due_at from task.task t where t.deleted_at is null"
          + " and t.status in ('todo', 'in_progress') and coalesce(t.due_at, 'infinity') > ?"
          + " and coalesce(t.due_at, 'infinity') <= ?::timestamptz + greatest(?, (select coalesce(max(reminder_minutes),"
          + " 0) from inbox.choice)) * interval '1 minute')"
          + " select w.*, coalesce(c.mail, 'now') as mail from w"
          + WISHES
          + " and w.due_at <= ?::timestamptz + coalesce(c.reminder_minutes, ?)"
          + " * interval '1 minute' and not exists (select 1 from inbox.notice n"
          + " where n.account_id = w.account_id and n.event_id = w.event_id) limit 1000";

  private static final String ADD =
      "insert into inbox.notice (id, account_id, event_id, event, at, reason, task_id, comment_id,"
          + " actor_id, operation_id, changes, tasks, mail) select id, account, event_id, event, at,"
          + " reason, task, comment, actor, operation, changes, tasks, mail"
          + " from jsonb_to_recordset(?::jsonb) as n(id uuid, account uuid, event_id uuid,"
          + " event text, at timestamptz, reason text, task uuid, comment uuid, actor uuid,"
          + " operation uuid, changes jsonb, tasks int, mail text)"
          // an operation that is told of in two parts goes on counting
          + " on conflict (account_id, event_id) do update set tasks = notice.tasks"
          + " + excluded.tasks where excluded.tasks > 1 returning account_id";

  private final Sql sql;

  @Inject
  NoticeRows(Sql sql) {
    this.sql = sql;
  }

  /** A notice to be written. */
  record Notice(
      UUID id,
      UUID account,
      UUID eventId,
      String event,
      Instant at,
      Reason reason,
      UUID task,
      @Nullable UUID comment,
      @Nullable UUID actor,
      @Nullable UUID operation,
      List<NoticeView.FieldChange> changes,
      int tasks,
      @Nullable MailMode mail) {
    /** The same for so many tasks. */
    Notice forMany(int many) {
      UUID whole =
          UUID.nameUUIDFromBytes(
              (operation + event).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return new Notice(
          id, account, whole, event, at, reason, task, null, actor, operation, changes, many, mail);
    }
  }

  boolean isBegun() {
    return sql.first("select 1 from inbox.walk", row -> true).isPresent();
  }

  /** Begins to walk here, unless another node did. */
  void begin(String place, Instant now) {
    sql.change(
        "insert into inbox.walk (place, reminded_until) values (?, ?) on conflict do nothing",
        place,
        now);
  }

  /** Up to where was walked; empty where another node walks. */
  Optional<String> place() {
    return sql.first(
        "select place from inbox.walk for update skip locked", row -> row.getString(1));
  }

  void reached(String place) {
    sql.change("update inbox.walk set place = ?", place);
  }

  /** Up to when was looked for what is due; empty where another node looks. */
  Optional<Instant> remindedUntil() {
    return sql.first(
        "select reminded_until from inbox.walk for update skip locked",
        row -> Sql.time(row, "reminded_until"));
  }

  void reminded(Instant until) {
    sql.change("update inbox.walk set reminded_until = ?", until);
  }

  /** Whom these tasks concern, and these besides, as far as they want to be told. */
  List<Whom.One> concerned(List<UUID> tasks, List<Whom.One> besides) {
    List<@Nullable UUID> events = new ArrayList<>();
    besides.forEach(one -> events.add(one.event()));
    return sql.list(
        CONCERNED,
        NoticeRows::one,
        tasks,
        tasks,
        tasks,
        besides.stream().map(Whom.One::task).toList(),
        besides.stream().map(Whom.One::account).toList(),
        besides.stream().map(one -> one.reason().word()).toList(),
        events);
  }

  /**
   * Those who are to be reminded now.
   *
   * @param since what was due before is not spoken of any more
   * @param usual how long before, for who chose nothing
   */
  List<Whom.One> due(Instant since, Instant now, Duration usual) {
    long minutes = usual.toMinutes();
    return sql.list(DUE, NoticeRows::one, since, now, minutes, now, minutes);
  }

  private static Whom.One one(ResultSet row) throws SQLException {
    MailMode mail = MailMode.of(row.getString("mail"));
    return new Whom.One(
        row.getObject("task_id", UUID.class),
        row.getObject("account_id", UUID.class),
        Reason.of(row.getString("reason")),
        Sql.id(row, "event_id"),
        Sql.instant(row, "since"),
        mail == MailMode.NONE ? null : mail);
  }

  /** Who was told of these comments. */
  Map<UUID, Set<UUID>> toldOf(List<UUID> comments) {
    Map<UUID, Set<UUID>> told = new HashMap<>();
    sql.list(
            "select comment_id, account_id from inbox.notice where comment_id = any(?)",
            row -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
            comments)
        .forEach(
            one -> told.computeIfAbsent(one.getKey(), id -> new HashSet<>()).add(one.getValue()));
    return told;
  }

  /** Writes those that are new; whose they are. */
  Set<UUID> add(Collection<Notice> notices) {
    if (notices.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(sql.list(ADD, row -> row.getObject(1, UUID.class), Json.write(notices)));
  }

  /** Forgets what was read before a moment, and what is older than another one. */
  void forget(Instant read, Instant any) {
    sql.change(
        "delete from inbox.notice where at < ? and (read_at is not null or at < ?)", read, any);
  }

  /** Forgets all of somebody. */
  void forget(UUID account) {
    sql.change("delete from inbox.notice where account_id = ?", account);
    sql.change("delete from inbox.standing where account_id = ?", account);
    sql.change("delete from inbox.choice where account_id = ?", account);
  }
}
