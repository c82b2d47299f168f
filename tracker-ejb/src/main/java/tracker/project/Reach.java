package tracker.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;

/** How far somebody's rights go in one place: each step includes those before it. */
public enum Reach {
  /** It looks unknown. */
  NONE,
  SEE,
  /** Change its tasks. */
  WORK,
  /** Change the project itself and its members. */
  MANAGE;

  /** In a project; administrators run every one. */
  public static Reach inProject(boolean admin, Visibility visibility, @Nullable MemberRole role) {
    if (admin) {
      return MANAGE;
    }
    if (role == null) {
      return visibility == Visibility.INTERNAL ? SEE : NONE;
    }
    return switch (role) {
      case VIEWER -> SEE;
      case MEMBER -> WORK;
      case MANAGER -> MANAGE;
    };
  }

  /** With a task outside projects: its creator, its assignee, administrators. */
  public static Reach inPersonal(boolean admin, UUID who, UUID creator, @Nullable UUID assignee) {
    return admin || who.equals(creator) || who.equals(assignee) ? WORK : NONE;
  }

  public boolean covers(Reach needed) {
    return compareTo(needed) >= 0;
  }

  /** Refuses with 403 what it does not cover. */
  public void check(Reach needed) {
    if (!covers(needed)) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
  }
}
