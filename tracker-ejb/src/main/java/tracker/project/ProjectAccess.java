package tracker.project;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tracker.identity.Caller;
import tracker.shared.Ids;
import tracker.shared.Problem;
import tracker.shared.Sql;

/** Finds projects by id or key and refuses those that the caller must not see or touch. */
@Dependent
class ProjectAccess {
  private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9]{1,9}");

  private static final String SELECT =
      "select p.id, p.key, p.visibility, p.deleted_at, m.role from task.project p"
          + " left join task.member m on m.project_id = p.id and m.account_id = ? where ";

  private final Sql sql;
  private final Caller caller;

  @Inject
  ProjectAccess(Sql sql, Caller caller) {
    this.sql = sql;
    this.caller = caller;
  }

  /** The living project: 404 where the caller does not see it, 403 where that is all. */
  ProjectFound living(String idOrKey, Reach needed) {
    ProjectFound found =
        maybeLiving(idOrKey).orElseThrow(() -> Problem.of(ProjectProblem.PROJECT_NOT_FOUND));
    found.reach().check(needed);
    return found;
  }

  /** The living project where the caller sees it. */
  Optional<ProjectFound> maybeLiving(String idOrKey) {
    return any(idOrKey).filter(found -> !found.deleted());
  }

  /** The living project as whoever works in it sees it, whether the caller does or not. */
  Optional<ProjectFound> forWork(UUID id) {
    return sql.first(SELECT + "p.deleted_at is null and p.id = ?", this::found, caller.id(), id)
        .map(
            one ->
                new ProjectFound(one.id(), one.key(), one.visibility(), one.deleted(), Reach.WORK));
  }

  /** The project, also out of the trash, where the caller sees it. */
  Optional<ProjectFound> any(String idOrKey) {
    UUID id = Ids.parse(idOrKey);
    if (id != null) {
      return any(id);
    }
    String key = idOrKey.toUpperCase(Locale.ROOT);
    return KEY.matcher(key).matches() ? first("p.key = ?", key) : Optional.empty();
  }

  /** The same by id. */
  Optional<ProjectFound> any(UUID id) {
    return first("p.id = ?", id);
  }

  private Optional<ProjectFound> first(String where, Object name) {
    return sql.first(SELECT + where, this::found, caller.id(), name)
        .filter(found -> found.reach() != Reach.NONE);
  }

  private ProjectFound found(ResultSet row) throws SQLException {
    Visibility visibility = Visibility.of(row.getString("visibility"));
    return new ProjectFound(
        row.getObject("id", UUID.class),
        row.getString("key"),
        visibility,
        Sql.instant(row, "deleted_at") != null,
        Reach.inProject(
            caller.isAdmin(), visibility, MemberRole.ofNullable(row.getString("role"))));
  }
}
