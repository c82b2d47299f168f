package tracker.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.shared.Cursor;
import tracker.shared.Json;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Sql;
import tracker.work.Seen;

/** Reads the caller's notices, as far as the caller sees their tasks now. */
@Dependent
class InboxRows {
  private static final String FROM =
      " from inbox.notice n join task.task t on t.id = n.task_id"
          + " left join task.project p on p.id = t.project_id where n.account_id = ? and ";

  // the words of a comment are read where they are: who takes them back takes them from here too
  private static final String SELECT =
      "select n.*, t.key, t.title, t.due_at, t.project_id, p.key as project_key,"
          + " (select c.body from comment.comment c where c.id = n.comment_id"
          + " and c.deleted_at is null) as body";

  private static final TypeReference<List<NoticeView.FieldChange>> CHANGES =
      new TypeReference<>() {};

  private final Sql sql;
  private final Caller caller;
  private final Wording wording;

  @Inject
  InboxRows(Sql sql, Caller caller, Wording wording) {
    this.sql = sql;
    this.caller = caller;
    this.wording = wording;
  }

  /** Which ones: conditions and what stands in them. */
  private record Wanted(String where, List<@Nullable Object> args) {
    Wanted and(String condition, Object... values) {
      List<@Nullable Object> more = new ArrayList<>(args);
      more.addAll(List.of(values));
      return new Wanted(where + " and " + condition, more);
    }

    Object[] with(Object... values) {
      List<@Nullable Object> more = new ArrayList<>(args);
      more.addAll(List.of(values));
      return more.toArray();
    }
  }

  private Wanted own() {
    List<Object> args = new ArrayList<>(List.of(caller.id()));
    String seen = Seen.task(caller, args);
    return new Wanted(FROM + seen, List.copyOf(args));
  }

  /** The newest first. */
  Page<NoticeView> page(InboxAsk asked, @Nullable UUID task) {
    PageAsk ask = asked.part();
    Reason reason = asked.reason();
    Wanted all = asked.unread() ? own().and("n.read_at is null") : own();
    Wanted why = reason == null ? all : all.and("n.reason = ?", reason.word());
    Wanted wanted = task == null ? why : why.and("n.task_id = ?", task);
    long total =
        sql.first("select count(*)" + wanted.where(), row -> row.getLong(1), wanted.with())
            .orElse(0L);
    String cursor = ask.cursor();
    Wanted part =
        cursor == null
            ? wanted
            : wanted.and("(n.at, n.id) < (?, ?)", Cursor.timeAndId(cursor).toArray());
    List<NoticeView> found =
        read(
            part.where() + " order by n.at desc, n.id desc limit ? offset ?",
            part.with(ask.limit() + 1, cursor == null ? ask.offset() : 0L));
    return Page.of(found, total, ask, last -> Cursor.write(last.at(), last.id()));
  }

  Optional<NoticeView> one(UUID id) {
    Wanted wanted = own().and("n.id = ?", id);
    return read(wanted.where(), wanted.with()).stream().findFirst();
  }

  /** How many were not read. */
  long unread() {
    Wanted wanted = own().and("n.read_at is null");
    return sql.first("select count(*)" + wanted.where(), row -> row.getLong(1), wanted.with())
        .orElse(0L);
  }

  /** Notes that one was read, or was not; nothing where it is so already. */
  void read(UUID id, @Nullable Instant at) {
    sql.change(
        "update inbox.notice set read_at = ? where id = ? and account_id = ?"
            + (at == null ? "" : " and read_at is null"),
        at,
        id,
        caller.id());
  }

  /** Notes that all were read up to one, or all there are; how many. */
  int readAll(@Nullable UUID upTo, Instant now) {
    String until =
        upTo == null
            ? ""
            : " and (at, id) <= (select u.at, u.id from inbox.notice u where u.id = ?"
                + " and u.account_id = notice.account_id)";
    List<Object> args = new ArrayList<>(List.of(now, caller.id()));
    if (upTo != null) {
      args.add(upTo);
    }
    return sql.change(
        "update inbox.notice set read_at = ? where account_id = ? and read_at is null" + until,
        args.toArray());
  }

  /** Notes that all of a task were read, which is named by its present key; how many. */
  int readOf(String key, Instant now) {
    return sql.change(
        "update inbox.notice set read_at = ? where account_id = ? and read_at is null"
            + " and task_id = (select t.id from task.task t where t.key = upper(?))",
        now,
        caller.id(),
        key);
  }

  /** Who has notices that have waited so long for their mail. */
  List<UUID> waiting(Instant since) {
    return sql.list(
        "select account_id from inbox.notice where mail = 'now' group by account_id"
            + " having min(at) <= ? limit 100",
        row -> row.getObject(1, UUID.class),
        since);
  }

  /**
   * Takes what waits for the caller's mail: what was read meanwhile, or is not seen any more, goes
   * without one.
   *
   * @return the oldest first; empty where another node has them
   */
  List<NoticeView> takeForMail(MailMode mode, int most) {
    List<UUID> taken =
        sql.list(
            "update inbox.notice set mail = null where id in (select id from inbox.notice"
                + " where account_id = ? and mail = ? order by at, id limit ?"
                + " for update skip locked) returning id",
            row -> row.getObject(1, UUID.class),
            caller.id(),
            mode,
            most);
    if (taken.isEmpty()) {
      return List.of();
    }
    Wanted wanted = own().and("n.read_at is null").and("n.id = any(?)", taken);
    return read(wanted.where() + " order by n.at, n.id", wanted.with());
  }

  /** Lets what waits for somebody's mail go out another way, or not at all. */
  void remail(UUID account, @Nullable MailMode mode) {
    sql.change(
        "update inbox.notice set mail = ? where account_id = ? and mail is not null",
        mode == MailMode.NONE ? null : mode,
        account);
  }

  private List<NoticeView> read(String rest, Object[] args) {
    return wording.told(sql.list(SELECT + rest, InboxRows::raw, args));
  }

  private static NoticeView raw(ResultSet row) throws SQLException {
    Instant read = Sql.instant(row, "read_at");
    return new NoticeView(
        row.getObject("id", UUID.class),
        Sql.time(row, "at"),
        row.getString("event"),
        Reason.of(row.getString("reason")),
        "",
        "",
        row.getObject("task_id", UUID.class),
        row.getString("key"),
        row.getString("title"),
        Sql.id(row, "project_id"),
        row.getString("project_key"),
        Sql.id(row, "actor_id"),
        null,
        Sql.id(row, "comment_id"),
        row.getString("body"),
        changes(row),
        row.getInt("tasks"),
        Sql.id(row, "operation_id"),
        read != null,
        read);
  }

  private static List<NoticeView.FieldChange> changes(ResultSet row) throws SQLException {
    Instant due = Sql.instant(row, "due_at");
    if (row.getString("event").equals("task.due")) {
      JsonNode then = due == null ? null : TextNode.valueOf(due.toString());
      return List.of(new NoticeView.FieldChange("due_at", null, then));
    }
    try {
      return Json.shared().readValue(row.getString("changes"), CHANGES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("changes that are no JSON", e);
    }
  }
}
