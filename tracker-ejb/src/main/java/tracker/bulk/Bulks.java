package tracker.bulk;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Accounts;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.job.JobStatus;
import tracker.job.Jobs;
import tracker.shared.Clock;
import tracker.shared.Problem;
import tracker.work.BulkResult;
import tracker.work.TaskAsk;
import tracker.work.Tasks;

/** The door to changes of many tasks. A job is seen by who asked for it and by administrators. */
@Stateless
public class Bulks {
  /** So many tasks a query may find for one change. */
  public static final int MOST = 10_000;

  @EJB private Tasks tasks;
  @Inject private BulkRows rows;
  @Inject private Jobs jobs;
  @EJB private Accounts accounts;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /**
   * Changes up to 500 tasks at once; more, which only a query can name, become a job. What is
   * refused is skipped and named. Only to find out, the first 500 are tried.
   */
  @Allowed(Right.PROJECT_WORK)
  public BulkAnswer change(@Valid NewBulk wanted) {
    wanted.set().check();
    boolean dry = Boolean.TRUE.equals(wanted.dryRun());
    List<UUID> ids = ids(wanted);
    if (ids.isEmpty()) {
      return new BulkAnswer(new BulkResult(0, List.of(), caller.operation()), null);
    }
    if (dry || ids.size() <= Tasks.MOST) {
      return new BulkAnswer(
          portion(wanted.set(), ids.subList(0, Math.min(ids.size(), Tasks.MOST)), dry), null);
    }
    // what no task could take is told at once, not by the job
    portion(wanted.set(), ids.subList(0, 1), true);
    UUID id =
        rows.add(caller.id(), caller.locale(), caller.operation(), wanted.set(), ids, clock.now());
    jobs.add(BulkJob.KIND, id.toString());
    return new BulkAnswer(null, one(id));
  }

  private List<UUID> ids(NewBulk wanted) {
    List<UUID> ids = wanted.ids();
    String query = wanted.q();
    if (ids != null && query != null) {
      throw Problem.invalid("q", "invalid.bulk_both");
    }
    if (ids != null) {
      if (ids.isEmpty() || ids.size() > Tasks.MOST) {
        throw Problem.invalid("ids", "invalid.count", 1, Tasks.MOST);
      }
      return ids;
    }
    if (query == null || query.isBlank()) {
      throw Problem.invalid("ids", "invalid.required").field("q", "invalid.required");
    }
    List<UUID> found = tasks.ids(TaskAsk.all().asking(query), MOST + 1);
    if (found.size() > MOST) {
      throw Problem.invalid("q", "invalid.bulk_many", MOST);
    }
    return found;
  }

  private BulkResult portion(BulkSet set, List<UUID> ids, boolean dry) {
    if (set.isDeletion()) {
      return tasks.deleteMany(ids, dry);
    }
    Optional<String> status = set.onlyStatus();
    if (status.isPresent() && !dry) {
      return tasks.bulkStatus(ids, status.get());
    }
    try {
      return tasks.changeMany(ids, set.change(), set.added(), set.removed(), dry);
    } catch (Problem refused) {
      throw inside(refused);
    }
  }

  // the fields stand inside "set"
  private static Problem inside(Problem refused) {
    if (refused.fields().isEmpty()) {
      return refused;
    }
    Problem told = Problem.of(refused.code());
    refused
        .fields()
        .forEach(
            (field, why) ->
                told.field(
                    field.equals("ids") ? field : "set." + field, why.key(), why.args().toArray()));
    return told;
  }

  @Allowed(Right.SIGNED_IN)
  public BulkView one(UUID id) {
    return own(rows.one(id)).view();
  }

  /** Stops a job before its next portion; what was done stays. Ended ones are 409 BULK_ENDED. */
  @Allowed(Right.SIGNED_IN)
  public BulkView cancel(UUID id) {
    BulkView view = own(rows.locked(id)).view();
    if (view.status().isOver()) {
      throw Problem.of(BulkProblem.BULK_ENDED);
    }
    rows.end(id, JobStatus.CANCELED, clock.now());
    return one(id);
  }

  private BulkRows.Kept own(Optional<BulkRows.Kept> found) {
    return found
        .filter(one -> caller.isAdmin() || one.account().equals(caller.id()))
        .orElseThrow(() -> Problem.of(BulkProblem.BULK_NOT_FOUND));
  }

  /**
   * Does the next portion of a job in a transaction of its own, as who asked for it and with the
   * rights of now. A node that is killed meanwhile leaves nothing of it, so each is done once.
   *
   * @return whether more is to do
   */
  @Allowed(Right.INTERNAL)
  public boolean proceed(UUID id) {
    BulkRows.@Nullable Kept kept = rows.locked(id).orElse(null);
    if (kept == null || kept.view().status().isOver()) {
      return false;
    }
    Optional<Caller.SignedIn> account = accounts.asNow(kept.account());
    List<UUID> ids = rows.next(kept.view(), Tasks.MOST);
    if (account.isEmpty() || ids.isEmpty()) {
      rows.end(id, account.isEmpty() ? JobStatus.FAILED : JobStatus.OK, clock.now());
      return false;
    }
    caller.signIn(account.get());
    caller.speaks(kept.locale());
    caller.goOn(kept.view().operationId());
    rows.did(id, ids.size(), portion(kept.set(), ids, false));
    return true;
  }

  /** Gives a job up that a rule refused as a whole, such as a project that went away meanwhile. */
  @Allowed(Right.INTERNAL)
  public void fail(UUID id) {
    rows.end(id, JobStatus.FAILED, clock.now());
  }
}
