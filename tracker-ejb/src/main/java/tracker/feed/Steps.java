package tracker.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * When it is time to look at the feed. The lock is inside: who asks holds a proxy, and a
 * synchronized method would be one of the proxy too, which waits with its own lock in hand.
 */
@ApplicationScoped
class Steps {
  private final Object lock = new Object();
  private long rung;
  private boolean open = true;

  void ring(@Observes Rung event) {
    synchronized (lock) {
      rung++;
      lock.notifyAll();
    }
  }

  void end() {
    synchronized (lock) {
      open = false;
      lock.notifyAll();
    }
  }

  boolean isOpen() {
    synchronized (lock) {
      return open;
    }
  }

  /**
   * Waits until something may have happened, or so many milliseconds.
   *
   * @param heard what this gave before; 0 at first
   */
  long await(long heard, long millis) {
    synchronized (lock) {
      try {
        if (open && rung == heard) {
          lock.wait(millis);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        open = false;
      }
      return rung;
    }
  }
}
