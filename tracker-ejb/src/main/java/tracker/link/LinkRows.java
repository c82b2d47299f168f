package tracker.link;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import tracker.shared.Sql;

/** Reads links, whoever sees their tasks: that is for those who ask. */
@Dependent
class LinkRows {
  private static final String SELECT =
      "select l.id, l.type, l.from_id, l.to_id, l.created_by, l.created_at, l.version"
          + " from link.link l where ";

  private final Sql sql;

  @Inject
  LinkRows(Sql sql) {
    this.sql = sql;
  }

  /** A link without the words of its tasks. */
  record Row(
      UUID id, LinkType type, UUID from, UUID to, UUID createdBy, Instant createdAt, long version) {
    UUID other(UUID task) {
      return task.equals(from) ? to : from;
    }

    Direction direction(UUID task) {
      return task.equals(from) ? Direction.OUTWARD : Direction.INWARD;
    }
  }

  /** The links of a task from both sides, the oldest first. */
  List<Row> of(UUID task) {
    return sql.list(
        SELECT
            + "l.deleted_at is null and (l.from_id = ? or l.to_id = ?) order by l.created_at, l.id",
        LinkRows::read,
        task,
        task);
  }

  /** Those of these links that a task has or had. */
  List<Row> everOf(UUID task, Collection<UUID> links) {
    return links.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "l.id = any(?) and ? in (l.from_id, l.to_id)", LinkRows::read, links, task);
  }

  /** The links by which others block these tasks. */
  List<Row> blocking(Collection<UUID> tasks) {
    return tasks.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "l.deleted_at is null and l.type = 'blocks' and l.to_id = any(?)",
            LinkRows::read,
            tasks);
  }

  /** How many links the fuller one of two tasks has. */
  int most(UUID one, UUID other) {
    return sql.first(
            "select max(n) from (select count(*) as n from unnest(?::uuid[]) as t (id)"
                + " join link.link l on t.id in (l.from_id, l.to_id)"
                + " where l.deleted_at is null and (l.from_id = any(?) or l.to_id = any(?))"
                + " group by t.id) counted",
            row -> row.getInt(1),
            List.of(one, other),
            List.of(one, other),
            List.of(one, other))
        .orElse(0);
  }

  /** Whether two tasks are tied so already; what relates does so both ways. */
  boolean exists(LinkType type, UUID from, UUID to) {
    boolean bothWays = type == LinkType.RELATES;
    return sql.first(
            "select true from link.link l where l.deleted_at is null and l.type = ?"
                + " and (l.from_id = ? and l.to_id = ? or ? and l.from_id = ? and l.to_id = ?)",
            row -> true,
            type,
            from,
            to,
            bothWays,
            to,
            from)
        .isPresent();
  }

  /** All steps of an order that can be gone from a task on. */
  List<Circle.Step> stepsFrom(LinkType type, UUID task) {
    return sql.list(
        "with recursive way (at) as (select ?::uuid union select l.to_id from way w"
            + " join link.link l on l.from_id = w.at and l.type = ? and l.deleted_at is null)"
            + " select l.from_id, l.to_id from way w"
            + " join link.link l on l.from_id = w.at and l.type = ? and l.deleted_at is null",
        row ->
            new Circle.Step(
                row.getObject("from_id", UUID.class), row.getObject("to_id", UUID.class)),
        task,
        type,
        type);
  }

  /** Lets writers of one type wait for each other until their transactions end. */
  void lock(LinkType type) {
    sql.alone("link " + type.word());
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        LinkType.of(row.getString("type")),
        row.getObject("from_id", UUID.class),
        row.getObject("to_id", UUID.class),
        row.getObject("created_by", UUID.class),
        Sql.time(row, "created_at"),
        row.getLong("version"));
  }
}
