package tracker.ops;

/**
 * What this process knows of a bucket: units taken ahead, what was free then, and until when it
 * refuses. Times are those of {@link System#nanoTime()}. Callers hold its lock.
 */
final class Lease {
  private int left;
  private int free;
  private long leftUntil;
  private long resetAt;
  private boolean refusing;
  private long refusesUntil;

  Lease(long now) {
    leftUntil = now;
    resetAt = now;
    refusesUntil = now;
  }

  // of two first callers one may have looked at the clock before the other made this
  synchronized boolean refuses(long now) {
    return refusing && refusesUntil - now > 0;
  }

  synchronized boolean use(long now) {
    if (left < 1 || leftUntil - now <= 0) {
      left = 0;
      return false;
    }
    left--;
    return true;
  }

  synchronized void giveBack() {
    left++;
  }

  /** Notes what the database granted beyond the one unit that is used at once. */
  synchronized void add(int more, int nowFree, long until, long reset) {
    left += more;
    free = nowFree;
    leftUntil = until;
    resetAt = reset;
  }

  synchronized void refuse(long until) {
    left = 0;
    free = 0;
    refusing = true;
    refusesUntil = until;
    resetAt = until;
  }

  synchronized Verdict verdict(boolean passes, int limit, long now) {
    long nanos = Math.max(0, resetAt - now);
    return new Verdict(passes, limit, free + left, (nanos + 999_999_999) / 1_000_000_000);
  }

  synchronized boolean isIdle(long now) {
    return leftUntil - now <= 0 && refusesUntil - now <= 0;
  }
}
