package tracker.project;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.shared.Cursor;
import tracker.shared.Ids;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Sql;

/** Reads projects straight into their records. */
@Dependent
class ProjectRows {
  private static final String SELECT =
      "select p.id, p.key, p.name, p.description, p.visibility, m.role, p.created_by, p.created_at,"
          + " p.updated_at, p.version, lower(p.name) as sorted, (select count(*) from task.task t"
          + " where t.project_id = p.id and t.deleted_at is null"
          + " and t.status in ('todo', 'in_progress')) as open_tasks";

  private static final String FROM =
      " from task.project p left join task.member m on m.project_id = p.id and m.account_id = ?"
          + " where p.deleted_at is null";

  private static final String SEEN =
      " and (? or p.visibility = 'internal' or m.account_id is not null)";

  private final Sql sql;
  private final Caller caller;

  @Inject
  ProjectRows(Sql sql, Caller caller) {
    this.sql = sql;
    this.caller = caller;
  }

  /** A project that the caller was proved to see. */
  ProjectView one(UUID id) {
    return sql.first(SELECT + FROM + " and p.id = ?", ProjectRows::view, caller.id(), id)
        .orElseThrow(() -> Problem.of(ProjectProblem.PROJECT_NOT_FOUND));
  }

  private record Placed(ProjectView project, String sorted) {}

  /** The projects that the caller sees, by name. */
  Page<ProjectView> page(PageAsk ask) {
    String cursor = ask.cursor();
    List<@Nullable Object> args = new ArrayList<>(List.of(caller.id(), caller.isAdmin()));
    String where = "";
    if (cursor != null) {
      @Nullable String[] place = Cursor.read(cursor, 2);
      UUID id = Ids.parse(place[1]);
      if (id == null || place[0] == null) {
        throw Cursor.wrong();
      }
      where = " and (lower(p.name), p.id) > (?, ?)";
      args.addAll(Arrays.asList(place[0], id));
    }
    args.add(ask.limit() + 1);
    args.add(cursor == null ? ask.offset() : 0);
    List<Placed> found =
        sql.list(
            SELECT + FROM + SEEN + where + " order by lower(p.name), p.id limit ? offset ?",
            row -> new Placed(view(row), row.getString("sorted")),
            args.toArray());
    long total =
        sql.first(
                "select count(*)" + FROM + SEEN,
                row -> row.getLong(1),
                caller.id(),
                caller.isAdmin())
            .orElse(0L);
    return Page.of(found, total, ask, last -> Cursor.write(last.sorted(), last.project().id()))
        .map(Placed::project);
  }

  /**
   * So many of the projects that the caller sees, the caller's own ones first, by name. Of more the
   * newest are taken: what somebody has just made is never missing.
   */
  List<ProjectChoice> ownFirst(String text, int most) {
    return sql.list(
        "select * from (select p.id, p.key, p.name, p.visibility, m.role"
            + FROM
            + SEEN
            + " and position(lower(?) in lower(p.key || ' ' || p.name)) > 0"
            + " order by m.account_id is null, p.created_at desc, p.id desc limit ?) p"
            + " order by p.role is null, lower(p.name), p.id",
        ProjectRows::choice,
        caller.id(),
        caller.isAdmin(),
        text,
        most);
  }

  private static ProjectChoice choice(ResultSet row) throws SQLException {
    return new ProjectChoice(
        row.getObject("id", UUID.class),
        row.getString("key"),
        row.getString("name"),
        Visibility.of(row.getString("visibility")),
        MemberRole.ofNullable(row.getString("role")));
  }

  private static ProjectView view(ResultSet row) throws SQLException {
    return new ProjectView(
        row.getObject("id", UUID.class),
        row.getString("key"),
        row.getString("name"),
        row.getString("description"),
        Visibility.of(row.getString("visibility")),
        MemberRole.ofNullable(row.getString("role")),
        row.getLong("open_tasks"),
        row.getObject("created_by", UUID.class),
        Sql.time(row, "created_at"),
        Sql.time(row, "updated_at"),
        row.getLong("version"));
  }
}
