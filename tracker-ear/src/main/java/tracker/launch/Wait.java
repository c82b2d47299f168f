package tracker.launch;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asking again and again until there is an answer or the time is over. */
final class Wait {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Wait() {}

  /** The first answer that is not null, or null where none came in time. */
  static <T> @Nullable T upTo(Duration longest, Supplier<@Nullable T> ask) {
    long end = System.nanoTime() + longest.toNanos();
    while (true) {
      T answer = ask.get();
      if (answer != null || System.nanoTime() > end) {
        return answer;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Whether it came true in time. */
  static boolean until(Duration longest, Supplier<Boolean> ask) {
    return upTo(longest, () -> ask.get() ? Boolean.TRUE : null) != null;
  }
}
