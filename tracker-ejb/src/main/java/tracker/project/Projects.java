package tracker.project;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Accounts;
import tracker.identity.Allowed;
import tracker.identity.Right;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Storable;

/**
 * The door to projects and their members. A project is named by its id or key; others' private ones
 * look unknown (404).
 */
@Stateless
public class Projects {
  /** The field under which it is recorded that a project came from another instance. */
  public static final String IMPORTED = "imported";

  @Inject private ProjectAccess access;
  @Inject private ProjectRows rows;
  @Inject private ProjectEdit edit;
  @Inject private Members members;
  @EJB private Accounts accounts;

  /** Creates a project with the caller as its manager. Taken key: 409 PROJECT_KEY_TAKEN. */
  @Allowed(Right.SIGNED_IN)
  public ProjectView create(@Valid NewProject wanted) {
    return rows.one(edit.create(wanted));
  }

  /** The projects that the caller sees, by name. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public Page<ProjectView> list(PageAsk ask) {
    return rows.page(ask);
  }

  /**
   * So many of them to choose from, those first that the caller is a member of, then by name.
   *
   * @param text only those with this in their key or name; all where it is empty
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public List<ProjectChoice> ownFirst(String text, int most) {
    Storable.check("q", text);
    return rows.ownFirst(text, most);
  }

  /** How far the caller's rights go in a living project: 404 unseen, 403 below what is needed. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.PROJECT_VIEW)
  public ProjectFound reached(String idOrKey, Reach needed) {
    return access.living(idOrKey, needed);
  }

  /** The same; empty where the caller does not see it. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.PROJECT_VIEW)
  public Optional<ProjectFound> maybeReached(String idOrKey) {
    return access.maybeLiving(idOrKey);
  }

  /**
   * A living project as whoever works in it sees it, for what the product itself does there on
   * behalf of a caller who may not see it.
   */
  @Allowed(Right.INTERNAL)
  public Optional<ProjectFound> forWork(UUID id) {
    return access.forWork(id);
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.PROJECT_VIEW)
  public ProjectView one(String idOrKey) {
    return rows.one(access.living(idOrKey, Reach.SEE).id());
  }

  @Allowed(Right.PROJECT_MANAGE)
  public ProjectView change(String idOrKey, @Valid ProjectChange change, @Nullable Long ifVersion) {
    UUID id = access.living(idOrKey, Reach.MANAGE).id();
    edit.apply(edit.living(id, ifVersion), change);
    return rows.one(id);
  }

  /**
   * Puts the project with its tasks into the trash; undo of the operation brings it back for 24
   * hours.
   */
  @Allowed(Right.PROJECT_MANAGE)
  public void delete(String idOrKey, @Nullable Long ifVersion) {
    UUID id = access.living(idOrKey, Reach.MANAGE).id();
    edit.delete(edit.living(id, ifVersion), true);
  }

  /** Takes it out of the trash with its tasks; to others than its managers it is unknown there. */
  @Allowed(Right.PROJECT_MANAGE)
  public ProjectView restore(String idOrKey) {
    return brought(idOrKey).orElseThrow(() -> Problem.of(ProjectProblem.PROJECT_NOT_FOUND));
  }

  /** The project, brought back from the trash where it is; empty where the caller knows none. */
  @Allowed(Right.PROJECT_MANAGE)
  public Optional<ProjectView> brought(String idOrKey) {
    return access
        .any(idOrKey)
        .filter(found -> !found.deleted() || found.reach().covers(Reach.MANAGE))
        .map(
            found -> {
              found.reach().check(Reach.MANAGE);
              Project project = edit.locked(found.id(), null);
              if (project.isDeleted()) {
                edit.delete(project, false);
              }
              return rows.one(found.id());
            });
  }

  @Allowed(Right.PROJECT_VIEW)
  public List<MemberView> members(String idOrKey) {
    return members.of(access.living(idOrKey, Reach.SEE).id());
  }

  /**
   * Makes an account a member or changes its role. The last manager stays one: 409 LAST_MANAGER.
   */
  @Allowed(Right.PROJECT_MANAGE)
  public MemberView setMember(String idOrKey, UUID accountId, MemberRole role) {
    Project project = edit.living(access.living(idOrKey, Reach.MANAGE).id(), null);
    if (!accounts.exists(accountId)) {
      throw Problem.of(ProjectProblem.MEMBER_NOT_FOUND);
    }
    members.put(project, accountId, role);
    String name = accounts.names(List.of(accountId)).getOrDefault(accountId, "");
    return new MemberView(accountId, name, role);
  }

  @Allowed(Right.PROJECT_MANAGE)
  public void removeMember(String idOrKey, UUID accountId) {
    Project project = edit.living(access.living(idOrKey, Reach.MANAGE).id(), null);
    if (members.role(project.id(), accountId).isEmpty()) {
      throw Problem.of(ProjectProblem.MEMBER_NOT_FOUND);
    }
    members.put(project, accountId, null);
  }
}
