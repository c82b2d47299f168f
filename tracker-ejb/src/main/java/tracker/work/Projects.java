package tracker.work;

import jakarta.ejb.Stateless;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Allowed;
import tracker.identity.Right;
import tracker.shared.Page;
import tracker.shared.PageAsk;

/**
 * The door to projects and their members. A project is named by its id or key; others' private ones
 * look unknown (404).
 */
@Stateless
public class Projects {
  /** Creates a project with the caller as its manager. Taken key: 409 PROJECT_KEY_TAKEN. */
  @Allowed(Right.SIGNED_IN)
  public ProjectView create(@Valid NewProject wanted) {
    throw new UnsupportedOperationException();
  }

  /** The projects that the caller sees, by name. */
  @Allowed(Right.SIGNED_IN)
  public Page<ProjectView> list(PageAsk ask) {
    throw new UnsupportedOperationException();
  }

  @Allowed(Right.PROJECT_VIEW)
  public ProjectView one(String idOrKey) {
    throw new UnsupportedOperationException();
  }

  @Allowed(Right.PROJECT_MANAGE)
  public ProjectView change(String idOrKey, @Valid ProjectChange change, @Nullable Long ifVersion) {
    throw new UnsupportedOperationException();
  }

  /**
   * Puts the project with its tasks into the trash; undo of the operation brings it back for 24
   * hours.
   */
  @Allowed(Right.PROJECT_MANAGE)
  public void delete(String idOrKey, @Nullable Long ifVersion) {
    throw new UnsupportedOperationException();
  }

  @Allowed(Right.PROJECT_VIEW)
  public List<MemberView> members(String idOrKey) {
    throw new UnsupportedOperationException();
  }

  /**
   * Makes an account a member or changes its role. The last manager stays one: 409 LAST_MANAGER.
   */
  @Allowed(Right.PROJECT_MANAGE)
  public MemberView setMember(String idOrKey, UUID accountId, MemberRole role) {
    throw new UnsupportedOperationException();
  }

  @Allowed(Right.PROJECT_MANAGE)
  public void removeMember(String idOrKey, UUID accountId) {
    throw new UnsupportedOperationException();
  }
}
