package tracker.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** When it is time to look at the feed. */
@ApplicationScoped
class Steps {
  private long rung;
  private boolean open = true;

  synchronized void ring(@Observes Rung event) {
    rung++;
    notifyAll();
  }

  synchronized void end() {
    open = false;
    notifyAll();
  }

  synchronized boolean isOpen() {
    return open;
  }

  /**
   * Waits until something may have happened, or so many milliseconds.
   *
   * @param heard what this gave before; 0 at first
   */
  synchronized long await(long heard, long millis) {
    try {
      if (open && rung == heard) {
        wait(millis);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      open = false;
    }
    return rung;
  }
}
