package tracker.ops;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.job.Jobs;
import tracker.notify.Notifications;
import tracker.notify.Outbox;
import tracker.shared.Page;
import tracker.shared.Problem;

/** The door to work that is done later, jobs and messages alike, for administrators. */
@Stateless
public class Backlog {
  private static final Logger LOG = Logger.getLogger(Backlog.class.getName());

  /** What the kinds of messages begin with. */
  private static final String MESSAGE = "notify.";

  @Inject private BacklogRows rows;
  @Inject private Tally tally;
  @Inject private Jobs jobs;
  @Inject private Outbox outbox;
  @EJB private Notifications notifications;
  @Inject private Caller caller;

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.ADMIN)
  public Page<BacklogRow> list(BacklogAsk ask) {
    return rows.page(ask);
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.ADMIN)
  public BacklogRow one(UUID id) {
    return rows.one(id).orElseThrow(() -> Problem.of(BacklogProblem.WORK_NOT_FOUND));
  }

  /** How it stands: how much there is, what comes by itself, and how tries ended. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.ADMIN)
  public BacklogSummary summary() {
    List<BacklogSummary.OfKind> kinds = rows.kinds();
    return new BacklogSummary(
        sum(kinds, BacklogSummary.OfKind::waiting),
        sum(kinds, BacklogSummary.OfKind::running),
        sum(kinds, BacklogSummary.OfKind::dead),
        Math.max(jobs.waiting().oldest().toSeconds(), outbox.waiting().oldest().toSeconds()),
        kinds,
        rows.schedule(jobs.kinds()),
        tally.throughput());
  }

  private static long sum(
      List<BacklogSummary.OfKind> kinds, ToLongFunction<BacklogSummary.OfKind> part) {
    return kinds.stream().mapToLong(part).sum();
  }

  /**
   * Has a dead one done again, with all its tries; 409 WORK_NOT_DEAD for others, 409 WORK_OVER
   * where nothing is left to do.
   */
  @Allowed(Right.ADMIN)
  public BacklogRow retry(UUID id) {
    BacklogRow dead = one(id);
    if (dead.state() != BacklogState.DEAD) {
      throw Problem.of(BacklogProblem.WORK_NOT_DEAD);
    }
    if (dead.kind().startsWith(MESSAGE)) {
      notifications.replay(id);
    } else if (!jobs.retry(id)) {
      throw Problem.of(BacklogProblem.WORK_OVER);
    }
    tell("has it done again", dead);
    return one(id);
  }

  /** Takes one back that waits or is dead; 409 WORK_RUNNING for what is under way. */
  @Allowed(Right.ADMIN)
  public void cancel(UUID id) {
    BacklogRow work = one(id);
    if (work.state() == BacklogState.RUNNING) {
      throw Problem.of(BacklogProblem.WORK_RUNNING);
    }
    if (!work.kind().startsWith(MESSAGE)) {
      if (!jobs.cancel(id)) {
        throw Problem.of(BacklogProblem.WORK_RUNNING); // since a moment
      }
    } else if (work.state() == BacklogState.DEAD) {
      notifications.drop(id);
    } else {
      notifications.cancel(id);
    }
    tell("takes it back", work);
  }

  private void tell(String what, BacklogRow work) {
    LOG.log(
        Level.INFO,
        "{0} {1}: administrator {2} {3}",
        new Object[] {work.kind(), work.id(), caller.id(), what});
  }
}
