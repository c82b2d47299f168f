package tracker.audit;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.feed.Subject;
import tracker.shared.Cursor;
import tracker.shared.Ids;
import tracker.shared.Json;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Sql;

/**
 * Reads the record from the end of an index: which entries, then the names of what is in them, by
 * primary keys.
 */
@Dependent
class AuditRows {
  /** So many are counted: a count of all would read all. */
  static final int COUNTED = 100_000;

  // the words of kept filters are for those who keep them
  private static final String OWN = "case when s.entity <> 'filter' then s.%1$s::text end as %1$s";

  private static final String NAMED =
      " select s.id, s.at, s.actor_id, a.name as actor, s.entity, s.entity_id, s.field, "
          + OWN.formatted("old")
          + ", "
          + OWN.formatted("new")
          + ", s.operation_id, s.came_with is not null as elsewhere, x.key as project_key,"
          + " t.key as task_key, case s.entity when 'account' then o.name when 'project' then x.name"
          + " when 'workflow' then x.name when 'tag' then g.name else t.title end as name"
          + " from stretch s left join auth.account a on a.id = s.actor_id"
          + " left join auth.account o on s.entity = 'account' and o.id = s.entity_id"
          + " left join task.tag g on s.entity = 'tag' and g.id = s.entity_id"
          + " left join task.task t on t.id = s.task_id"
          + " left join task.project x on x.id = coalesce(s.scope, t.project_id)"
          + " order by s.at desc, s.id desc";

  private final Sql sql;

  @Inject
  AuditRows(Sql sql) {
    this.sql = sql;
  }

  /**
   * A part of the entries that match, the last first.
   *
   * @param zone where days begin
   */
  Page<AuditEntry> page(AuditAsk ask, ZoneId zone, PageAsk part) {
    List<Object> args = new ArrayList<>();
    String where = where(ask, zone, args);
    long total = count(where, args);
    return Page.of(
        entries(where, args, part), total, part, last -> Cursor.write(last.at(), last.id()));
  }

  /** The same without a count, one more than asked where there is more. */
  List<AuditEntry> some(AuditAsk ask, ZoneId zone, PageAsk part) {
    List<Object> args = new ArrayList<>();
    return entries(where(ask, zone, args), args, part);
  }

  private long count(String where, List<Object> args) {
    List<Object> all = new ArrayList<>(args);
    all.add(COUNTED);
    return sql.first(
            "select count(*) from (select 1 from journal.change c" + where + " limit ?) first_ones",
            row -> row.getLong(1),
            all.toArray())
        .orElse(0L);
  }

  private List<AuditEntry> entries(String where, List<Object> args, PageAsk part) {
    List<Object> all = new ArrayList<>(args);
    String cursor = part.cursor();
    String rest = "";
    if (cursor != null) {
      rest = " and (c.at, c.id) < (?, ?)";
      all.addAll(Cursor.timeAndId(cursor));
    }
    all.add(part.limit() + 1);
    all.add(cursor == null ? part.offset() : 0);
    return sql.list(
        "with stretch as materialized (select c.*, "
            + Subject.TASK
            + " as task_id from (select * from journal.change c"
            + where
            + rest
            + " order by c.at desc, c.id desc limit ? offset ?) c)"
            + NAMED,
        AuditRows::entry,
        all.toArray());
  }

  private String where(AuditAsk ask, ZoneId zone, List<Object> args) {
    StringBuilder where = new StringBuilder(" where true");
    narrow(where, " and c.actor_id = ?", ask.actor(), args);
    String entity = ask.entity();
    if (entity != null) {
      // one of our own words: as it stands in the statement the planner knows the index of the rare
      where.append(" and c.entity = '").append(entity).append('\'');
    }
    if (ask.action() != null) {
      where.append(" and ").append(ask.action().condition());
    }
    narrow(where, " and c.scope = ?", project(ask.project()), args);
    LocalDate from = ask.from();
    narrow(
        where, " and c.at >= ?", from == null ? null : from.atStartOfDay(zone).toInstant(), args);
    LocalDate to = ask.to();
    narrow(
        where,
        " and c.at < ?",
        to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
        args);
    return where.toString();
  }

  private static void narrow(
      StringBuilder where, String condition, @Nullable Object value, List<Object> args) {
    if (value != null) {
      where.append(condition);
      args.add(value);
    }
  }

  /** The id of a project, also of one in the trash; 422 where there is none. */
  private @Nullable UUID project(@Nullable String idOrKey) {
    if (idOrKey == null) {
      return null;
    }
    UUID id = Ids.parse(idOrKey);
    return sql.first(
            "select id from task.project where " + (id == null ? "key = upper(?)" : "id = ?"),
            row -> row.getObject(1, UUID.class),
            id == null ? idOrKey : id)
        .orElseThrow(() -> Problem.invalid("project", "invalid.no_such"));
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    String field = row.getString("field");
    return new AuditEntry(
        row.getObject("id", UUID.class),
        Sql.time(row, "at"),
        Sql.id(row, "actor_id"),
        row.getString("actor"),
        AuditAction.of(field).word(),
        row.getString("entity"),
        row.getObject("entity_id", UUID.class),
        row.getString("name"),
        field,
        json(row.getString("old")),
        json(row.getString("new")),
        row.getString("project_key"),
        row.getString("task_key"),
        row.getObject("operation_id", UUID.class),
        row.getBoolean("elsewhere"));
  }

  private static @Nullable JsonNode json(@Nullable String text) {
    return text == null ? null : Json.read(text, JsonNode.class);
  }
}
