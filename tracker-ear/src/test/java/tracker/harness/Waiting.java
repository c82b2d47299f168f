package tracker.harness;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something that comes true by itself, and says what it waited for where it does not. */
public final class Waiting {
  private static final long STEP = Duration.ofMillis(50).toNanos();

  private Waiting() {}

  /** Returns as soon as the condition holds; an AssertionError with this text after the limit. */
  public static void until(Duration limit, BooleanSupplier condition, Supplier<String> otherwise) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(otherwise.get());
      }
      LockSupport.parkNanos(STEP);
    }
  }
}
