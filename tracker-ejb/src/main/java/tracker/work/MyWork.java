package tracker.work;

import jakarta.ejb.Stateless;
import tracker.identity.Allowed;
import tracker.identity.Right;

/** The door to one's own work. */
@Stateless
public class MyWork {
  @Allowed(Right.SIGNED_IN)
  public MyWorkView view() {
    throw new UnsupportedOperationException();
  }

  /** How many open tasks are assigned to the caller. */
  @Allowed(Right.SIGNED_IN)
  public long count() {
    throw new UnsupportedOperationException();
  }
}
