package tracker.link;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tracker.identity.Caller;
import tracker.shared.Cells;
import tracker.shared.Sql;
import tracker.work.Seen;
import tracker.workflow.Category;

/** Reads who waits for the caller, in one statement, from the caller's tasks on. */
@Dependent
class HeldRows {
  private static final String OPEN = "t.deleted_at is null and t.status in ('todo', 'in_progress')";

  private final Sql sql;
  private final Caller caller;

  @Inject
  HeldRows(Sql sql, Caller caller) {
    this.sql = sql;
    this.caller = caller;
  }

  private record Row(long total, HeldView.Held held) {}

  /** The ones that are due first. */
  HeldView first(int most) {
    List<Object> args = new ArrayList<>();
    args.add(caller.id());
    String mine = Seen.task(caller, args);
    args.add(caller.id());
    String theirs = Seen.task(caller, args);
    args.add(most);
    List<Row> found =
        sql.list(
            "select count(*) over (), t.id, t.key, t.title, t.status, t.assignee_id, t.due_at,"
                + " min(b.key) from (select t.id, t.key from task.task t"
                + " where t.assignee_id = ? and "
                + OPEN
                + " and "
                + mine
                + ") b join link.link l on l.from_id = b.id and l.type = 'blocks'"
                + " and l.deleted_at is null join task.task t on t.id = l.to_id"
                + " where t.assignee_id is distinct from ? and "
                + OPEN
                + " and "
                + theirs
                + " group by t.id order by t.due_at, t.id limit ?",
            HeldRows::read,
            args.toArray());
    return new HeldView(
        found.isEmpty() ? 0 : found.get(0).total(), found.stream().map(Row::held).toList());
  }

  private static Row read(ResultSet row) throws SQLException {
    Cells cells = new Cells(row);
    return new Row(
        cells.longNumber(),
        new HeldView.Held(
            cells.id(),
            cells.text(),
            cells.text(),
            Category.of(cells.text()).orElseThrow(),
            cells.idOrNull(),
            cells.timeOrNull(),
            cells.text()));
  }
}
