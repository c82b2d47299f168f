package tracker.filter;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tracker.identity.Caller;
import tracker.journal.Change;
import tracker.journal.Journal;
import tracker.shared.Clock;
import tracker.shared.Problem;
import tracker.shared.SqlFailure;

/** Writes filters: locks, changes, records what really changed. */
@Dependent
class FilterEdit {
  @PersistenceContext private EntityManager entities;
  @Inject private FilterRows rows;
  @Inject private Caller caller;
  @EJB private Journal journal;
  @Inject private Clock clock;

  UUID create(NewFilter wanted) {
    Filter filter = new Filter(wanted, caller.id(), clock.now());
    entities.persist(filter);
    flush(filter);
    if (Boolean.TRUE.equals(wanted.pinned())) {
      rows.pin(filter.id(), true);
    }
    journal.record(List.of(filter.created()));
    return filter.id();
  }

  /** The row for writing, deleted or not. */
  Optional<Filter> locked(UUID id) {
    return Optional.ofNullable(entities.find(Filter.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  void apply(Filter filter, FilterChange wanted) {
    List<Change> changes = filter.apply(wanted, clock.now());
    flush(filter);
    journal.record(changes);
  }

  /** Puts it into the trash, or takes it out. */
  void delete(Filter filter, boolean gone) {
    Change change = filter.delete(gone, clock.now());
    flush(filter);
    journal.record(List.of(change));
  }

  // asked first, because a statement that fails spoils the rest of the transaction, such as an undo
  private void flush(Filter filter) {
    if (!filter.isDeleted() && rows.isTaken(filter.createdBy(), filter.name(), filter.id())) {
      entities.detach(filter);
      throw taken(filter);
    }
    try {
      entities.flush();
    } catch (PersistenceException e) {
      throw SqlFailure.isDuplicate(e) ? taken(filter) : e;
    }
  }

  private static Problem taken(Filter filter) {
    return Problem.of(FilterProblem.FILTER_TAKEN, filter.name())
        .field("name", "problem.FILTER_TAKEN", filter.name());
  }
}
