package tracker.project;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tracker.identity.Caller;
import tracker.identity.Role;
import tracker.shared.Ids;
import tracker.shared.OnePostgres;
import tracker.shared.Sql;

/**
 * Projects written straight into the tables, and callers without a sign-in, for tests of
 * statements.
 */
public final class Places {
  private static final Instant DAY = Instant.parse("2026-11-20T00:00:00Z");
  private static final AtomicInteger NEXT = new AtomicInteger(36 * 36 * 36);
  private static final Sql SQL = OnePostgres.sql();

  private Places() {}

  /** Somebody called Ann. */
  public static Caller caller(Role role) {
    Caller caller = new Caller();
    caller.signIn(new Caller.SignedIn(Ids.next(), "Ann", role, Ids.next(), null, null));
    return caller;
  }

  /** A project without members, as its manager finds it. */
  public static ProjectFound project(Visibility visibility) {
    UUID id = Ids.next();
    String key = "P" + Integer.toString(NEXT.getAndIncrement(), 36).toUpperCase(Locale.ROOT);
    SQL.change(
        "insert into task.project (id, key, name, visibility, created_by, created_at, updated_at)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        id,
        key,
        "Project " + key,
        visibility,
        Ids.next(),
        DAY,
        DAY);
    return new ProjectFound(id, key, visibility, false, Reach.MANAGE);
  }

  public static void join(UUID project, Caller caller, MemberRole role) {
    SQL.change(
        "insert into task.member (project_id, account_id, role) values (?, ?, ?)",
        project,
        caller.id(),
        role);
  }
}
