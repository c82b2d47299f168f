package tracker.work;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Accounts;
import tracker.identity.Allowed;
import tracker.identity.Right;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;

/**
 * The door to projects and their members. A project is named by its id or key; others' private ones
 * look unknown (404).
 */
@Stateless
public class Projects {
  @Inject private Access access;
  @Inject private ProjectRows rows;
  @Inject private ProjectEdit edit;
  @Inject private Members members;
  @Inject private Accounts accounts;

  /** Creates a project with the caller as its manager. Taken key: 409 PROJECT_KEY_TAKEN. */
  @Allowed(Right.SIGNED_IN)
  public ProjectView create(@Valid NewProject wanted) {
    return rows.one(edit.create(wanted));
  }

  /** The projects that the caller sees, by name. */
  @Allowed(Right.SIGNED_IN)
  public Page<ProjectView> list(PageAsk ask) {
    return rows.page(ask);
  }

  @Allowed(Right.PROJECT_VIEW)
  public ProjectView one(String idOrKey) {
    return rows.one(access.project(idOrKey, Reach.SEE).id());
  }

  @Allowed(Right.PROJECT_MANAGE)
  public ProjectView change(String idOrKey, @Valid ProjectChange change, @Nullable Long ifVersion) {
    UUID id = access.project(idOrKey, Reach.MANAGE).id();
    edit.apply(edit.living(id, ifVersion), change);
    return rows.one(id);
  }

  /**
   * Puts the project with its tasks into the trash; undo of the operation brings it back for 24
   * hours.
   */
  @Allowed(Right.PROJECT_MANAGE)
  public void delete(String idOrKey, @Nullable Long ifVersion) {
    UUID id = access.project(idOrKey, Reach.MANAGE).id();
    edit.delete(edit.living(id, ifVersion), true);
  }

  @Allowed(Right.PROJECT_VIEW)
  public List<MemberView> members(String idOrKey) {
    return members.of(access.project(idOrKey, Reach.SEE).id());
  }

  /**
   * Makes an account a member or changes its role. The last manager stays one: 409 LAST_MANAGER.
   */
  @Allowed(Right.PROJECT_MANAGE)
  public MemberView setMember(String idOrKey, UUID accountId, MemberRole role) {
    Project project = edit.living(access.project(idOrKey, Reach.MANAGE).id(), null);
    if (!accounts.exists(accountId)) {
      throw Problem.of(WorkProblem.MEMBER_NOT_FOUND);
    }
    members.put(project, accountId, role);
    String name = accounts.names(List.of(accountId)).getOrDefault(accountId, "");
    return new MemberView(accountId, name, role);
  }

  @Allowed(Right.PROJECT_MANAGE)
  public void removeMember(String idOrKey, UUID accountId) {
    Project project = edit.living(access.project(idOrKey, Reach.MANAGE).id(), null);
    if (members.role(project.id(), accountId).isEmpty()) {
      throw Problem.of(WorkProblem.MEMBER_NOT_FOUND);
    }
    members.put(project, accountId, null);
  }
}
