package tracker.exchange;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.identity.Accounts;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.job.JobStatus;
import tracker.project.ProjectFound;
import tracker.project.Projects;
import tracker.project.Reach;
import tracker.shared.Clock;
import tracker.shared.Problem;
import tracker.shared.Sql;
import tracker.shared.Texts;

/**
 * The door to files that are so long that a job brings them in. One is seen by who brought it and
 * by administrators.
 */
@Stateless
public class LongImports {
  /** So many rows are brought in by one transaction, and so many letters. */
  private static final int PORTION = 500;

  private static final int LETTERS = 4_000_000;
  private static final String START = "import_start";

  @PersistenceContext private EntityManager entities;
  @Inject private LongRows rows;
  @Inject private LongLines lines;
  @Inject private Intake intake;
  @EJB private Projects projects;
  @EJB private Accounts accounts;
  @Inject private Caller caller;
  @Inject private Clock clock;
  @Inject private Sql sql;

  @Allowed(Right.SIGNED_IN)
  public LongImport one(UUID id) {
    return rows.told(own(rows.one(id)).view());
  }

  /** Stops one before its next portion; what came in stays. Ended ones are 409 IMPORT_ENDED. */
  @Allowed(Right.SIGNED_IN)
  public LongImport cancel(UUID id) {
    if (own(rows.locked(id)).view().status().isOver()) {
      throw Problem.of(ImportProblem.IMPORT_ENDED);
    }
    rows.end(id, JobStatus.CANCELED, clock.now());
    return one(id);
  }

  private LongRows.Kept own(Optional<LongRows.Kept> found) {
    return found
        .filter(one -> caller.isAdmin() || one.account().equals(caller.id()))
        .orElseThrow(() -> Problem.of(ImportProblem.IMPORT_NOT_FOUND));
  }

  /**
   * Brings the next portion in, in a transaction of its own, as who brought the file and with the
   * rights of now. A node that is killed meanwhile leaves nothing of it, so each comes once.
   *
   * @return whether more is to come
   */
  @Allowed(Right.INTERNAL)
  public boolean proceed(UUID id) {
    LongRows.@Nullable Kept kept = rows.locked(id).orElse(null);
    if (kept == null || kept.view().status().isOver()) {
      return false;
    }
    Caller.@Nullable SignedIn account = accounts.asNow(kept.account()).orElse(null);
    if (account == null) {
      rows.end(id, JobStatus.FAILED, clock.now());
      return false;
    }
    caller.signIn(account);
    caller.speaks(kept.locale());
    caller.goOn(kept.operation());
    ProjectFound project = projects.reached(kept.project().toString(), Reach.WORK);
    List<Row> portion = lines.next(id, kept.reading(), PORTION, LETTERS);
    Texts texts = Texts.in(caller.locale());
    if (portion.isEmpty()) {
      rows.leftOut(id, lines.leaveOut(id, texts));
      rows.end(id, JobStatus.OK, clock.now());
      return false;
    }
    boolean trial = kept.view().dryRun();
    Intake.Outcome outcome = trial ? tried(kept, project, portion) : take(kept, project, portion);
    lines.did(id, outcome, !trial, texts);
    rows.did(id, outcome);
    return true;
  }

  private Intake.Outcome take(LongRows.Kept kept, ProjectFound project, List<Row> portion) {
    DueDates dates = new DueDates(caller.zone(), kept.monthFirst());
    UUID id = kept.view().id();
    return intake.take(project, portion, kept.reading(), dates, tasks -> lines.of(id, tasks));
  }

  // by the very same way, and then taken back; what an earlier portion brought is not there any
  // more, so what would lie below it comes without
  private Intake.Outcome tried(LongRows.Kept kept, ProjectFound project, List<Row> portion) {
    Set<String> above =
        portion.stream()
            .map(row -> row.names().above())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Set<String> came = Set.copyOf(lines.came(kept.view().id(), above));
    sql.change("savepoint " + START);
    Intake.Outcome outcome =
        take(kept, project, portion.stream().map(row -> row.notBelow(came)).toList());
    entities.flush();
    sql.change("rollback to savepoint " + START);
    entities.clear();
    return outcome;
  }

  /** Gives one up that a rule refused as a whole, such as a project that went away meanwhile. */
  @Allowed(Right.INTERNAL)
  public void fail(UUID id) {
    rows.end(id, JobStatus.FAILED, clock.now());
  }
}
