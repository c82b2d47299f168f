package tracker.work;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Accounts;
import tracker.identity.Caller;
import tracker.project.ProjectFound;
import tracker.project.Visibility;
import tracker.shared.Problem;
import tracker.shared.Sql;

/** Proves what a task points at: its assignee and its parent. */
@Dependent
class TaskLinks {
  private final Sql sql;
  private final Caller caller;
  private final Access access;
  private final Accounts accounts;

  @Inject
  TaskLinks(Sql sql, Caller caller, Access access, Accounts accounts) {
    this.sql = sql;
    this.caller = caller;
    this.access = access;
    this.accounts = accounts;
  }

  /** Refuses an assignee who is no active account or would not see the task. */
  void checkAssignee(@Nullable UUID account, @Nullable ProjectFound project, String field) {
    if (account == null) {
      return;
    }
    if (!accounts.exists(account)) {
      throw Problem.invalid(field, "invalid.account");
    }
    if (project == null
        || project.visibility() == Visibility.INTERNAL
        || account.equals(caller.id())) {
      return;
    }
    boolean member =
        sql.first(
                "select true from task.member where project_id = ? and account_id = ?",
                row -> true,
                project.id(),
                account)
            .isPresent();
    if (!member) {
      throw Problem.invalid(field, "invalid.account_sight");
    }
  }

  /** The id of a parent, which must be a living task that the caller sees in the same place. */
  @Nullable UUID parent(@Nullable String idOrKey, @Nullable UUID project, String field) {
    if (idOrKey == null) {
      return null;
    }
    return access
        .maybeTask(idOrKey)
        .filter(found -> !found.deleted() && Objects.equals(found.projectId(), project))
        .map(Access.TaskFound::id)
        .orElseThrow(() -> Problem.invalid(field, "invalid.parent"));
  }

  /** Lets a key that a task had go on naming it. */
  void keepAlias(String key, UUID task) {
    sql.change("insert into task.key_alias (key, task_id) values (?, ?)", key, task);
  }
}
