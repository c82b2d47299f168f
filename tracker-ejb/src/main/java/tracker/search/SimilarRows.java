package tracker.search;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.shared.Sql;
import tracker.work.Seen;

/** Finds titles that resemble another one by their threes of letters. */
@Dependent
class SimilarRows {
  private final Sql sql;
  private final Caller caller;

  @Inject
  SimilarRows(Sql sql, Caller caller) {
    this.sql = sql;
    this.caller = caller;
  }

  /** The most similar titles that the caller sees, of one project or of all. */
  List<Similar> of(String title, @Nullable UUID project, int limit) {
    List<Object> args = new ArrayList<>(List.of(title, title));
    String where = Seen.tasks(caller, args);
    if (project != null) {
      where += " and t.project_id = ?";
      args.add(project);
    }
    args.add(limit);
    return sql.list(
        "select t.id, t.key, t.title, t.status in ('done', 'canceled') as closed,"
            + " similarity(lower(t.title collate \"default\"), lower(?)) as alike"
            + " from task.task t where lower(t.title collate \"default\") % lower(?)"
            + " and t.deleted_at is null and "
            + where
            + " order by alike desc, t.updated_at desc, t.id limit ?",
        row ->
            new Similar(
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getString("title"),
                row.getBoolean("closed")),
        args.toArray());
  }
}
