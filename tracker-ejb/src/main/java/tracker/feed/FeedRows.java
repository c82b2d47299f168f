package tracker.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.shared.Ids;
import tracker.shared.Json;
import tracker.shared.Sql;

/**
 * Reads the feed with one statement: a stretch of entries from their index, what they are about by
 * primary keys, and of that what the caller sees. A stretch has an end, so that a caller who sees
 * little of it still gets on.
 */
@Dependent
class FeedRows {
  /** How many entries one statement looks at. */
  static final int STRETCH = 500;

  private static final String XMIN = "pg_snapshot_xmin(pg_current_snapshot())";

  // writers that have not ended yet hold back all that is younger: what is below is complete
  private static final String SELECT =
      "with stretch as materialized (select c.*, "
          + Subject.TASK
          + " as task_id from journal.change c where (c.txid, c.id) > (journal.place(?::xid8), ?)"
          + " and c.txid < "
          + XMIN
          // what happened in another instance is no news here: its project's entry "imported" is
          + " and c.came_with is null"
          + " order by c.txid, c.id limit ?),"
          + " seen as (select c.*, t.key as task_key, x.id as project_id, x.key as project_key,"
          + " "
          + Subject.TAKEN_BACK
          + " as taken_back"
          + " from stretch c"
          + " left join lateral (select * from task.task t where t.id = c.task_id limit 1) t"
          + " on true"
          + " left join lateral (select * from task.project x where x.id = case"
          + " when t.id is not null then t.project_id when c.entity = 'project' then c.entity_id"
          + " else c.scope end limit 1) x on true"
          + " where %s order by c.txid, c.id limit ?)"
          + " select m.*, s.id, s.txid::text as txid, s.at, s.actor_id, s.entity, s.entity_id,"
          + " s.task_id, s.task_key, s.project_id, s.project_key, s.field,"
          + " case when not s.taken_back then s.old::text end as old,"
          + " case when not s.taken_back then s.new::text end as new, s.operation_id from (select "
          + XMIN
          + "::text as xmin, (select count(*) from stretch) as looked, e.id as end_id,"
          + " e.txid::text as end_txid from (select 1) one left join lateral (select c.id, c.txid"
          + " from stretch c order by c.txid desc, c.id desc limit 1) e on true) m"
          + " left join seen s on true order by s.txid, s.id";

  private final Sql sql;
  private final Caller caller;

  @Inject
  FeedRows(Sql sql, Caller caller) {
    this.sql = sql;
    this.caller = caller;
  }

  /** One row of the answer: an item, or null where there is none, and what goes for all rows. */
  private record Row(@Nullable ChangeView item, long looked, Place end, Place now) {}

  /**
   * The next stretch, and as much of it as is asked for.
   *
   * @param everything also what the caller does not see
   */
  ChangesPart part(ChangesAsk ask, boolean everything) {
    List<Object> args = new ArrayList<>(List.of(ask.after().number(), ask.after().id(), STRETCH));
    StringBuilder where = new StringBuilder(everything ? "true" : Subject.seen(caller, args));
    String project = ask.project();
    if (project != null) {
      UUID id = Ids.parse(project);
      where.append(id == null ? " and x.key = upper(?)" : " and x.id = ?");
      args.add(id == null ? project : id);
    }
    String entity = ask.entity();
    if (entity != null) {
      where.append(" and c.entity = ?");
      args.add(entity);
    }
    args.add(ask.limit());
    List<Row> found = sql.list(SELECT.formatted(where), FeedRows::read, args.toArray());
    List<ChangeView> items = found.stream().map(Row::item).flatMap(FeedRows::given).toList();
    Row any = found.get(0);
    if (items.size() == ask.limit()) {
      return new ChangesPart(items, items.get(items.size() - 1).cursor(), true);
    }
    boolean more = any.looked() == STRETCH;
    return new ChangesPart(items, (more ? any.end() : any.now()).cursor(), more);
  }

  private static java.util.stream.Stream<ChangeView> given(@Nullable ChangeView item) {
    return java.util.stream.Stream.ofNullable(item);
  }

  /** Makes entries of another cluster count in this one; how many there were. */
  long renumber() {
    return sql.first("select journal.renumber()", row -> row.getLong(1)).orElse(0L);
  }

  void callOut(Collection<UUID> accounts) {
    sql.list(
        "select pg_notify('" + Line.PEOPLE + "', x::text) is null from unnest(?::uuid[]) x",
        row -> true,
        accounts);
  }

  /** The place behind all that is complete now. */
  Place end() {
    return sql.first("select " + XMIN + "::text", row -> Place.before(number(row.getString(1))))
        .orElseThrow();
  }

  private static Row read(ResultSet row) throws SQLException {
    long looked = row.getLong("looked");
    Place now = Place.before(number(row.getString("xmin")));
    Place end =
        looked == 0
            ? now
            : new Place(number(row.getString("end_txid")), row.getObject("end_id", UUID.class));
    return new Row(Sql.id(row, "id") == null ? null : item(row), looked, end, now);
  }

  private static ChangeView item(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new ChangeView(
        id,
        Sql.time(row, "at"),
        Sql.id(row, "actor_id"),
        row.getString("entity"),
        row.getObject("entity_id", UUID.class),
        Sql.id(row, "task_id"),
        row.getString("task_key"),
        Sql.id(row, "project_id"),
        row.getString("project_key"),
        row.getString("field"),
        json(row.getString("old")),
        json(row.getString("new")),
        row.getObject("operation_id", UUID.class),
        new Place(number(row.getString("txid")), id).cursor());
  }

  private static long number(String text) {
    return Long.parseUnsignedLong(text);
  }

  private static @Nullable JsonNode json(@Nullable String text) {
    try {
      return text == null ? null : Json.shared().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("jsonb that is no JSON", e);
    }
  }
}
