package tracker.filter;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.query.Query;
import tracker.query.Wrong;
import tracker.shared.CommonProblem;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Storable;

/**
 * The door to kept queries. Others' filters that are not shared look unknown (404
 * FILTER_NOT_FOUND), to administrators too; shared ones are changed by their owner or an
 * administrator (403).
 */
@Stateless
public class Filters {
  @Inject private FilterRows rows;
  @Inject private FilterEdit edit;
  @Inject private Caller caller;
  @Inject @Any private Instance<Sense> senses;

  /**
   * The caller's own and the shared ones, by name.
   *
   * @param text what stands in the name; null for all
   * @param pinned only those that the caller pinned
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public Page<FilterView> list(@Nullable String text, boolean pinned, PageAsk ask) {
    Storable.check("q", text);
    return rows.page(text, pinned, ask);
  }

  /** So many of those that the caller pinned, by name. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public List<FilterView> pinned(int most) {
    return rows.pinned(most);
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public FilterView one(UUID id) {
    return rows.one(id).orElseThrow(Filters::unknown);
  }

  /**
   * Keeps a query. 422 for the field {@code query} where it means nothing, with the words of {@code
   * q}; 409 FILTER_TAKEN where the caller has another one of this name.
   */
  @Allowed(Right.SIGNED_IN)
  public FilterView create(@Valid NewFilter wanted) {
    check(wanted.query());
    return rows.written(edit.create(wanted));
  }

  /** Renames, shares or asks otherwise; refuses as {@link #create}. */
  @Allowed(Right.SIGNED_IN)
  public FilterView change(UUID id, @Valid FilterChange change, @Nullable Long ifVersion) {
    Filter filter = own(id, ifVersion);
    Optional<String> query = change.query();
    if (query != null && query.isPresent()) {
      check(query.get());
    }
    edit.apply(filter, change);
    return rows.written(id);
  }

  /** Puts it into the trash; undo of the operation brings it back with its pins. */
  @Allowed(Right.SIGNED_IN)
  public void delete(UUID id, @Nullable Long ifVersion) {
    edit.delete(own(id, ifVersion), true);
  }

  /** Puts it at the caller's hand, or takes it away from there; nobody else sees that. */
  @Allowed(Right.SIGNED_IN)
  public void pin(UUID id, boolean wanted) {
    rows.pin(one(id).id(), wanted);
  }

  /**
   * The one that the caller's list opens with. Its id, for it may be gone: deleted, or not shared
   * any more.
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public Optional<UUID> usual() {
    return rows.usual();
  }

  /** Lets the caller's list open with it; nobody else sees that. */
  @Allowed(Right.SIGNED_IN)
  public void makeUsual(UUID id) {
    rows.makeUsual(one(id).id());
  }

  /** Lets the caller's list open without it, also where it is gone. */
  @Allowed(Right.SIGNED_IN)
  public void forgetUsual(UUID id) {
    rows.forgetUsual(id);
  }

  private void check(String text) {
    try {
      Query query = Query.of(text);
      for (Sense one : senses) {
        one.check(query);
      }
    } catch (Problem refused) {
      throw Wrong.renamed(refused, "query");
    }
  }

  private Filter own(UUID id, @Nullable Long ifVersion) {
    Filter filter =
        edit.locked(one(id).id())
            // another call may have hidden it between finding and locking
            .filter(one -> !one.isDeleted() && one.isSeenBy(caller.id()))
            .orElseThrow(Filters::unknown);
    if (!filter.isChangedBy(caller)) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    if (ifVersion != null && ifVersion != filter.version()) {
      throw Problem.of(CommonProblem.STALE).current(rows.written(id));
    }
    return filter;
  }

  private static Problem unknown() {
    return Problem.of(FilterProblem.FILTER_NOT_FOUND);
  }
}
