package tracker.attachment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.journal.Trash;
import tracker.shared.Cursor;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Sql;

/** Reads rows of files. Whoever asks has checked that the caller sees what they hang on. */
@Dependent
class AttachmentRows {
  private static final String LIVING = " from attachment.attachment where deleted_at is null";
  private static final String DELETED =
      " from attachment.attachment where deleted_at is not null"
          + " and created_by = coalesce(?, created_by)";
  private final Sql sql;

  @Inject
  AttachmentRows(Sql sql) {
    this.sql = sql;
  }

  /** What a file hangs on. */
  record Place(String holder, UUID holderId) {}

  Optional<Place> place(UUID id) {
    return place(" and deleted_at is null", id);
  }

  /** The same, also of a deleted one. */
  Optional<Place> formerPlace(UUID id) {
    return place("", id);
  }

  private Optional<Place> place(String more, UUID id) {
    return sql.first(
        "select holder, holder_id from attachment.attachment where id = ?" + more,
        row -> new Place(row.getString("holder"), row.getObject("holder_id", UUID.class)),
        id);
  }

  Optional<AttachmentView> one(UUID id) {
    return sql.first("select *" + LIVING + " and id = ?", AttachmentRows::read, id);
  }

  /** Bytes of its preview. */
  Optional<Long> previewSize(UUID id) {
    return sql.first(
        "select preview_size" + LIVING + " and id = ? and preview_size is not null",
        row -> row.getLong(1),
        id);
  }

  /** How many files hang on each of these things, of those that have some. */
  Map<UUID, Integer> counts(Collection<UUID> holders) {
    return sql
        .list(
            "select holder_id, count(*)" + LIVING + " and holder_id = any(?) group by holder_id",
            row -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)),
            holders)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Those of a thing, the oldest first. */
  Page<AttachmentView> page(UUID holderId, PageAsk ask) {
    return page(LIVING, List.of(), holderId, ask);
  }

  /** Those of a thing that were deleted, the oldest first. */
  Page<AttachmentView> trash(UUID holderId, Trash trash, PageAsk ask) {
    return page(DELETED, Collections.singletonList(trash.author()), holderId, ask);
  }

  private Page<AttachmentView> page(
      String from, List<@Nullable UUID> places, UUID holderId, PageAsk ask) {
    List<@Nullable Object> args = new ArrayList<>(places);
    args.add(holderId);
    long total =
        sql.first(
                "select count(*)" + from + " and holder_id = ?",
                row -> row.getLong(1),
                args.toArray())
            .orElse(0L);
    String after = "";
    String cursor = ask.cursor();
    if (cursor != null) {
      after = " and (created_at, id) > (?, ?)";
      args.addAll(Cursor.timeAndId(cursor));
    }
    args.add(ask.limit() + 1);
    args.add(cursor == null ? ask.offset() : 0L);
    List<AttachmentView> found =
        sql.list(
            "select *"
                + from
                + " and holder_id = ?"
                + after
                + " order by created_at, id limit ? offset ?",
            AttachmentRows::read,
            args.toArray());
    return Page.of(found, total, ask, last -> Cursor.write(last.createdAt(), last.id()));
  }

  /** How many bytes an account keeps, those in the trash included. */
  long kept(UUID account) {
    return sql.first(
            "select coalesce(sum(size), 0) from attachment.attachment where created_by = ?",
            row -> row.getLong(1),
            account)
        .orElse(0L);
  }

  private static AttachmentView read(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String url = "/uploads/" + id;
    return new AttachmentView(
        id,
        row.getString("name"),
        row.getLong("size"),
        row.getString("content_type"),
        row.getString("sha256"),
        url,
        row.getObject("preview_size") == null ? null : url + "/preview",
        row.getObject("created_by", UUID.class),
        Sql.time(row, "created_at"),
        Sql.instant(row, "deleted_at"),
        row.getLong("version"));
  }
}
