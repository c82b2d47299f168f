package tracker.booking;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import tracker.identity.Allowed;
import tracker.identity.Right;
import tracker.shared.Page;
import tracker.shared.PageAsk;

/** The door to what can be booked. */
@Stateless
public class Availability {
  @Inject private FreeRooms rooms;

  /** Rooms that are free all these nights, the cheapest first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public Page<FreeRoom> free(FreeAsk ask, PageAsk part) {
    return rooms.page(ask, part);
  }
}
