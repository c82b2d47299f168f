package tracker.feed;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import tracker.identity.Allowed;
import tracker.identity.Right;

/** The door to the feed of changes. */
@Stateless
// each part is one statement with one snapshot of its own
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Changes {
  /** How often a call looks on where it sees little, before it lets the caller ask again. */
  private static final int LOOKS = 10;

  @Inject private FeedRows rows;

  /**
   * What follows a place, of all that the caller may see now. Complete: a change that commits late
   * holds back those of younger transactions, so that nothing ever appears behind a place that was
   * given out.
   */
  @Allowed(Right.SIGNED_IN)
  public ChangesPart after(ChangesAsk ask) {
    return read(ask, false);
  }

  /** The same of all there is: who asks looks after what of it whom concerns. */
  @Allowed(Right.INTERNAL)
  public ChangesPart everything(ChangesAsk ask) {
    return read(ask, true);
  }

  private ChangesPart read(ChangesAsk ask, boolean everything) {
    List<ChangeView> items = new ArrayList<>();
    ChangesPart part = rows.part(ask, everything);
    items.addAll(part.items());
    for (int look = 1; look < LOOKS && part.more() && items.size() < ask.limit(); look++) {
      ChangesAsk rest =
          new ChangesAsk(
              Place.read(part.next()), ask.limit() - items.size(), ask.project(), ask.entity());
      part = rows.part(rest, everything);
      items.addAll(part.items());
    }
    return new ChangesPart(items, part.next(), part.more());
  }

  /** The place behind all that can be seen at this moment. */
  @Allowed(Right.SIGNED_IN)
  public String end() {
    return rows.end().cursor();
  }

  /** The same, for who begins to walk. */
  @Allowed(Right.INTERNAL)
  public String beginning() {
    return rows.end().cursor();
  }

  /**
   * Lets the open pages of these people know, once this transaction commits, that they have news.
   */
  @Allowed(Right.INTERNAL)
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void callOut(Collection<UUID> accounts) {
    rows.callOut(accounts);
  }
}
