package tracker.identity;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Takes away what nobody needs any more; on every node, which does no harm. */
@Singleton
public class Housekeeping {
  @Inject private SessionBook sessions;
  @Inject private LoginAudit audit;
  @Inject private GuessGuard guard;

  @Schedule(hour = "*", minute = "17", persistent = false)
  void tidy() {
    sessions.tidy();
    audit.tidy();
    guard.tidy();
  }
}
