package tracker.journal;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.UUID;
import tracker.identity.Allowed;
import tracker.identity.Right;
import tracker.shared.Page;
import tracker.shared.PageAsk;

/** The door to the record of changes. */
@Stateless
public class Journal {
  /**
   * Records changes in the caller's transaction under the caller's operation; an empty list records
   * nothing. One round trip.
   */
  @Allowed(Right.INTERNAL)
  public void record(List<Change> changes) {
    throw new UnsupportedOperationException();
  }

  /**
   * The changes of one entity, newest first. Whoever asks checks the right to see the entity first.
   */
  @Allowed(Right.INTERNAL)
  public Page<HistoryEntry> history(UUID entityId, PageAsk ask) {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes an operation back, for 24 hours: one's own, or any for administrators; others' look
   * unknown.
   */
  @Allowed(Right.SIGNED_IN)
  public Undone undo(UUID operationId) {
    throw new UnsupportedOperationException();
  }

  /** Recomputes every hash. */
  @Allowed(Right.ADMIN)
  public Proof verify() {
    throw new UnsupportedOperationException();
  }
}
