package tracker.parcel;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tracker.shared.Problem;
import tracker.shared.Sql;

/** Proves what only the whole shows: what lies below what, numbers, and orders without circles. */
@Dependent
class Closing {
  private static final String NO_PARENT =
      "select t.key from task.task t where t.project_id = ? and t.parent_id is not null"
          + " and not exists (select 1 from task.task p where p.id = t.parent_id"
          + " and p.project_id = t.project_id) order by t.number limit 1";

  // who is not reached from above lies in a circle, or below one
  private static final String CIRCLE =
      "with recursive mine as materialized (select id, key, number, parent_id from task.task"
          + " where project_id = ?), down (id) as (select id from mine where parent_id is null"
          + " union all select t.id from mine t join down on t.parent_id = down.id)"
          + " select key from mine where id not in (select id from down) order by number limit 1";

  private static final String LATE =
      "select t.key from task.task t join task.project p on p.id = t.project_id where p.id = ?"
          + " and t.number > p.last_number order by t.number desc limit 1";

  private final Sql sql;

  @Inject
  Closing(Sql sql) {
    this.sql = sql;
  }

  void prove(Load load) {
    refuse("tasks", "invalid.parcel_parent", first(NO_PARENT, load));
    refuse("tasks", "invalid.parcel_circle", first(CIRCLE, load));
    refuse("project.last_number", "invalid.parcel_last", first(LATE, load));
    for (String order : List.of("blocks", "precedes")) {
      circle(load, order).ifPresent(task -> refuse("links", "invalid.parcel_links", key(task)));
    }
  }

  private Optional<String> first(String select, Load load) {
    return sql.first(select, row -> row.getString(1), load.id());
  }

  private Optional<String> key(UUID task) {
    return sql.first("select key from task.task where id = ?", row -> row.getString(1), task);
  }

  private static void refuse(String field, String why, Optional<String> key) {
    key.ifPresent(
        task -> {
          throw Problem.invalid(field, why, task);
        });
  }

  private record Step(UUID from, UUID to) {}

  /** A task in a circle of living links, or before one: what is left when all that ends is gone. */
  private Optional<UUID> circle(Load load, String order) {
    Map<UUID, List<UUID>> before = new HashMap<>();
    Map<UUID, Integer> open = new HashMap<>();
    sql.walk(
        Packing.PART,
        "select l.from_id, l.to_id from link.link l join task.task t on t.id = l.from_id"
            + " where t.project_id = ? and l.type = ? and l.deleted_at is null",
        row -> new Step(row.getObject("from_id", UUID.class), row.getObject("to_id", UUID.class)),
        part ->
            part.forEach(
                step -> {
                  before.computeIfAbsent(step.to(), id -> new ArrayList<>()).add(step.from());
                  open.merge(step.from(), 1, Integer::sum);
                }),
        load.id(),
        order);
    Deque<UUID> ends = new ArrayDeque<>();
    before.keySet().stream().filter(task -> !open.containsKey(task)).forEach(ends::add);
    while (!ends.isEmpty()) {
      for (UUID task : before.getOrDefault(ends.removeFirst(), List.of())) {
        if (open.merge(task, -1, Integer::sum) == 0) {
          open.remove(task);
          ends.add(task);
        }
      }
    }
    return open.keySet().stream().findFirst();
  }
}
