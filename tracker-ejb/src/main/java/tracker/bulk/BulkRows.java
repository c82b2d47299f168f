package tracker.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tracker.job.JobStatus;
import tracker.journal.Skipped;
import tracker.shared.Ids;
import tracker.shared.Json;
import tracker.shared.Sql;
import tracker.work.BulkResult;

/** The rows of bulk changes that are jobs: what is set, on which tasks, how far it is. */
@Dependent
class BulkRows {
  private final Sql sql;

  @Inject
  BulkRows(Sql sql) {
    this.sql = sql;
  }

  /** One with what only its job needs. */
  record Kept(BulkView view, UUID account, BulkSet set, Locale locale) {}

  UUID add(
      UUID account, Locale locale, UUID operation, BulkSet set, List<UUID> tasks, Instant now) {
    UUID id = Ids.next();
    sql.change(
        "insert into bulk.bulk (id, account_id, locale, operation_id, wanted, status, total,"
            + " created_at) values (?, ?, ?, ?, ?::jsonb, ?, ?, ?)",
        id,
        account,
        locale.toLanguageTag(),
        operation,
        Json.write(set),
        JobStatus.QUEUED,
        tasks.size(),
        now);
    sql.change(
        "insert into bulk.task (bulk_id, place, task_id)"
            + " select ?, n.place, n.id from unnest(?::uuid[]) with ordinality n (id, place)",
        id,
        tasks);
    return id;
  }

  Optional<Kept> one(UUID id) {
    return sql.first("select * from bulk.bulk where id = ?", BulkRows::kept, id);
  }

  /** The same; whoever else wants it for writing waits until the transaction ends. */
  Optional<Kept> locked(UUID id) {
    return sql.first("select * from bulk.bulk where id = ? for update", BulkRows::kept, id);
  }

  /** The tasks that come next. */
  List<UUID> next(BulkView bulk, int most) {
    return sql.list(
        "select task_id from bulk.task where bulk_id = ? and place > ? order by place limit ?",
        row -> row.getObject(1, UUID.class),
        bulk.id(),
        bulk.done(),
        most);
  }

  void did(UUID id, int looked, BulkResult result) {
    sql.change(
        "update bulk.bulk set status = ?, done = done + ?, updated = updated + ?,"
            + " skipped = skipped || ?::jsonb where id = ?",
        JobStatus.RUNNING,
        looked,
        result.updated(),
        Json.write(result.skipped()),
        id);
  }

  void end(UUID id, JobStatus status, Instant now) {
    sql.change("update bulk.bulk set status = ?, ended_at = ? where id = ?", status, now, id);
    sql.change("delete from bulk.task where bulk_id = ?", id);
  }

  /** Forgets what ended before this. */
  void forget(Instant before) {
    sql.change("delete from bulk.bulk where ended_at < ?", before);
  }

  private static Kept kept(ResultSet row) throws SQLException {
    try {
      BulkView view =
          new BulkView(
              row.getObject("id", UUID.class),
              JobStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
              row.getInt("done"),
              row.getInt("total"),
              row.getInt("updated"),
              Json.shared()
                  .readValue(row.getString("skipped"), new TypeReference<List<Skipped>>() {}),
              row.getObject("operation_id", UUID.class),
              Sql.time(row, "created_at"),
              Sql.instant(row, "ended_at"));
      return new Kept(
          view,
          row.getObject("account_id", UUID.class),
          Json.shared().readValue(row.getString("wanted"), BulkSet.class),
          Locale.forLanguageTag(row.getString("locale")));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A kept bulk change that cannot be read", e);
    }
  }
}
