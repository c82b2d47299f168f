package tracker.comment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.identity.Accounts;
import tracker.journal.Trash;
import tracker.shared.Cursor;
import tracker.shared.Markdown;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Settings;
import tracker.shared.Sql;

/** Reads comments. Whoever asks has checked that the caller sees their task. */
@Dependent
class CommentRows {
  private static final String SELECT =
      "select c.*, (select array_agg(m.account_id::text order by m.account_id)"
          + " from comment.mention m where m.comment_id = c.id) as mentions";
  private static final String LIVING = " from comment.comment c where c.deleted_at is null";
  private static final String DELETED =
      " from comment.comment c where c.deleted_at is not null"
          + " and c.created_by = coalesce(?, c.created_by)";

  private final Sql sql;
  private final Accounts accounts;

  private final String root;

  @Inject
  CommentRows(Sql sql, Accounts accounts) {
    this(sql, accounts, Settings.ofProcess());
  }

  CommentRows(Sql sql, Accounts accounts, Settings settings) {
    this.sql = sql;
    this.accounts = accounts;
    this.root = settings.text("ROOT_PATH", "");
  }

  /** The task of a living comment. */
  Optional<UUID> task(UUID id) {
    return sql.first(
        "select c.task_id" + LIVING + " and c.id = ?", row -> row.getObject(1, UUID.class), id);
  }

  /** The task of a comment, deleted or not. */
  Optional<UUID> formerTask(UUID id) {
    return sql.first(
        "select task_id from comment.comment where id = ?",
        row -> row.getObject(1, UUID.class),
        id);
  }

  /** How many living comments each of these tasks has, of those that have some. */
  Map<UUID, Integer> counts(Collection<UUID> tasks) {
    return sql
        .list(
            "select c.task_id, count(*)" + LIVING + " and c.task_id = any(?) group by c.task_id",
            row -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)),
            tasks)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Whom each of these living comments speaks to. */
  Map<UUID, List<UUID>> mentioned(Collection<UUID> ids) {
    Map<UUID, List<UUID>> all = new HashMap<>();
    sql.list(
            "select m.comment_id, m.account_id from comment.mention m"
                + " join comment.comment c on c.id = m.comment_id and c.deleted_at is null"
                + " where m.comment_id = any(?)",
            row -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
            ids)
        .forEach(
            one -> all.computeIfAbsent(one.getKey(), id -> new ArrayList<>()).add(one.getValue()));
    return all;
  }

  Optional<CommentView> one(UUID id) {
    return shown(sql.list(SELECT + LIVING + " and c.id = ?", CommentRows::read, id)).stream()
        .findFirst();
  }

  /** Those of a task, the oldest first, or the newest first. */
  Page<CommentView> page(UUID task, boolean newestFirst, PageAsk ask) {
    return page(LIVING, List.of(), task, newestFirst, ask);
  }

  /** Those of a task that were deleted, the oldest first. */
  Page<CommentView> trash(UUID task, Trash trash, PageAsk ask) {
    return page(DELETED, Collections.singletonList(trash.author()), task, false, ask);
  }

  private Page<CommentView> page(
      String from, List<@Nullable UUID> places, UUID task, boolean newestFirst, PageAsk ask) {
    List<@Nullable Object> args = new ArrayList<>(places);
    args.add(task);
    long total =
        sql.first(
                "select count(*)" + from + " and c.task_id = ?",
                row -> row.getLong(1),
                args.toArray())
            .orElse(0L);
    String after = "";
    String cursor = ask.cursor();
    if (cursor != null) {
      after = " and (c.created_at, c.id) " + (newestFirst ? "<" : ">") + " (?, ?)";
      args.addAll(Cursor.timeAndId(cursor));
    }
    args.add(ask.limit() + 1);
    args.add(cursor == null ? ask.offset() : 0L);
    String way = newestFirst ? " desc" : "";
    String order = " order by c.created_at" + way + ", c.id" + way + " limit ? offset ?";
    List<CommentView> found =
        sql.list(
            SELECT + from + " and c.task_id = ?" + after + order,
            CommentRows::read,
            args.toArray());
    Page<CommentView> page =
        Page.of(found, total, ask, last -> Cursor.write(last.createdAt(), last.id()));
    return page.with(shown(page.items()));
  }

  /** With their words as HTML; all names are fetched at once. */
  private List<CommentView> shown(List<CommentView> found) {
    Map<UUID, String> names =
        accounts.names(found.stream().flatMap(one -> one.mentions().stream()).toList());
    return found.stream()
        .map(
            one ->
                new CommentView(
                    one.id(),
                    one.taskId(),
                    one.authorId(),
                    one.body(),
                    Markdown.html(
                        one.body(),
                        one.mentions().stream().map(id -> names.getOrDefault(id, "")).toList(),
                        root),
                    one.mentions(),
                    one.createdAt(),
                    one.editedAt(),
                    one.deletedAt(),
                    one.version()))
        .toList();
  }

  private static CommentView read(ResultSet row) throws SQLException {
    return new CommentView(
        row.getObject("id", UUID.class),
        row.getObject("task_id", UUID.class),
        row.getObject("created_by", UUID.class),
        row.getString("body"),
        "",
        Sql.texts(row, "mentions").stream().map(UUID::fromString).toList(),
        Sql.time(row, "created_at"),
        Sql.instant(row, "edited_at"),
        Sql.instant(row, "deleted_at"),
        row.getLong("version"));
  }
}
