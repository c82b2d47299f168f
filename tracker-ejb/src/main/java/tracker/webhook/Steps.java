package tracker.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import tracker.feed.Rung;

/** When it is time to look at the feed. */
@ApplicationScoped
class Steps {
  private boolean rung;
  private boolean open = true;

  synchronized void ring(@Observes Rung event) {
    rung = true;
    notifyAll();
  }

  synchronized void end() {
    open = false;
    notifyAll();
  }

  /** Waits until something may have happened, or so many milliseconds; false at the end. */
  synchronized boolean awaits(long millis) {
    try {
      if (open && !rung) {
        wait(millis);
      }
      rung = false;
      return open;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
