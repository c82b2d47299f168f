package tracker.link;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tracker.identity.Caller;
import tracker.identity.Reached;
import tracker.journal.HistoryEntry;
import tracker.journal.JournalProblem;
import tracker.journal.Past;
import tracker.journal.ReversibleOneByOne;
import tracker.journal.Skipped;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;
import tracker.work.Tasks;

/** Takes changes of links back: a new one goes, a removed one returns where it still may be. */
@Dependent
class LinkReversal implements ReversibleOneByOne {
  @Inject private LinkEdit edit;
  @EJB private Tasks tasks;
  @Inject private Caller caller;

  @Override
  public String entity() {
    return Link.ENTITY;
  }

  @Override
  public Optional<Skipped> revert(UUID id, List<HistoryEntry> changes) {
    Optional<Link> found = edit.locked(id);
    Optional<Reached> from = found.flatMap(link -> living(link.fromId()));
    Optional<Reached> to = found.flatMap(link -> living(link.toId()));
    if (found.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return Optional.of(Past.skipped(caller, id, LinkProblem.LINK_NOT_FOUND));
    }
    if (!from.get().mayChange() && !to.get().mayChange()) {
      return Optional.of(Past.skipped(caller, id, CommonProblem.FORBIDDEN));
    }
    boolean deleted = new Past(changes).did("deleted");
    if (found.get().isDeleted() != deleted) {
      return Optional.of(Past.skipped(caller, id, JournalProblem.CHANGED_SINCE, Link.ENTITY));
    }
    try {
      edit.delete(found.get(), !deleted, from.get(), to.get());
      return Optional.empty();
    } catch (Problem refused) {
      return Optional.of(Past.skipped(caller, id, refused)); // refused before anything was written
    }
  }

  private Optional<Reached> living(UUID task) {
    return tasks.maybeReach(task.toString()).filter(found -> !found.deleted());
  }
}
