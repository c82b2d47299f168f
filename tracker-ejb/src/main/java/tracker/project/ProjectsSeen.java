package tracker.project;

import java.util.List;
import tracker.identity.Caller;

/** The condition, in SQL, for the projects that a caller sees, for statements that list by it. */
public final class ProjectsSeen {
  private ProjectsSeen() {}

  /** Rows of {@code task.project x}, the trash too; adds what its places take. */
  public static String rows(Caller caller, List<Object> args) {
    if (caller.isAdmin()) {
      return "true";
    }
    args.add(caller.id());
    return "(x.visibility = 'internal' or exists (select 1 from task.member m"
        + " where m.project_id = x.id and m.account_id = ?))";
  }
}
