package tracker.work;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.shared.Clock;
import tracker.shared.Sql;

/** The door to one's own work. */
@Stateless
public class MyWork {
  /** How many tasks of a part are shown at once. */
  public static final int TASKS = 50;

  private static final String MINE =
      "t.assignee_id = ? and t.deleted_at is null and t.status in ('todo', 'in_progress') and ";

  @Inject private TaskRows rows;
  @Inject private Sql sql;
  @Inject private Caller caller;
  @Inject private Clock clock;

  private record Row(int part, long total, TaskView task) {}

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public MyWorkView view() {
    ZoneId zone = caller.zone();
    Instant now = clock.now();
    LocalDate today = now.atZone(zone).toLocalDate();
    List<Object> args = new ArrayList<>();
    args.add(now);
    args.add(today.plusDays(1).atStartOfDay(zone).toInstant());
    args.add(today.plusDays(7).atStartOfDay(zone).toInstant());
    args.add(caller.id());
    String where = MINE + rows.seenBy(args);
    args.add(TASKS);
    List<Row> found =
        rows.read(
            ", t.part, t.total",
            "(select * from (select p.*, count(*) over (partition by p.part) as total,"
                + " row_number() over (partition by p.part"
                + " order by p.due_at, p.priority desc, p.id) as place"
                + " from (select t.*, case when t.due_at is null then 4 when t.due_at < ? then 0"
                + " when t.due_at < ? then 1 when t.due_at < ? then 2 else 3 end as part"
                + " from task.task t where "
                + where
                + ") p) ranked where place <= ?) t",
            " order by t.part, t.place",
            row -> new Row(row.getInt("part"), row.getLong("total"), TaskRows.view(row)),
            args);
    return new MyWorkView(
        part(found, 0), part(found, 1), part(found, 2), part(found, 3), part(found, 4));
  }

  private static MyWorkView.Part part(List<Row> found, int part) {
    List<Row> rows = found.stream().filter(row -> row.part() == part).toList();
    return new MyWorkView.Part(
        rows.isEmpty() ? 0 : rows.get(0).total(), rows.stream().map(Row::task).toList());
  }

  /** How many open tasks are assigned to the caller. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public long count() {
    List<Object> args = new ArrayList<>(List.of(caller.id()));
    String where = MINE + rows.seenBy(args);
    return sql.first(
            "select count(*) from task.task t where " + where,
            row -> row.getLong(1),
            args.toArray())
        .orElse(0L);
  }
}
