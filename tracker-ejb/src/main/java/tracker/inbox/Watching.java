package tracker.inbox;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.shared.Clock;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.work.Tasks;

/**
 * The door to who watches a task or wants to hear nothing of it. Whoever sees a task may do both.
 */
@Stateless
public class Watching {
  @EJB private Tasks tasks;
  @Inject private StandingRows rows;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /** Those who watch it and see it, the first first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.PROJECT_VIEW)
  public Page<WatcherView> list(String task, PageAsk ask) {
    return rows.watchers(tasks.reach(task).id(), ask);
  }

  /** How the caller stands to it. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.PROJECT_VIEW)
  public StandingView mine(String task) {
    return rows.of(tasks.reach(task).id(), caller.id());
  }

  /** Lets the caller hear of it from now on, also where it was muted. */
  @Allowed(Right.PROJECT_VIEW)
  public void watch(String task) {
    rows.put(caller.id(), tasks.reach(task).id(), false, clock.now());
  }

  /** Watches it no more; who has or made it is still told. */
  @Allowed(Right.PROJECT_VIEW)
  public void unwatch(String task) {
    rows.remove(caller.id(), tasks.reach(task).id(), false);
  }

  /** Lets the caller hear nothing of it any more, whatever the reason. */
  @Allowed(Right.PROJECT_VIEW)
  public void mute(String task) {
    rows.put(caller.id(), tasks.reach(task).id(), true, clock.now());
  }

  @Allowed(Right.PROJECT_VIEW)
  public void unmute(String task) {
    UUID id = tasks.reach(task).id();
    rows.remove(caller.id(), id, true);
  }
}
