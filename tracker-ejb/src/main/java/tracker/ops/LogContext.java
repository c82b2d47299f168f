package tracker.ops;

import org.jspecify.annotations.Nullable;

/** What every log line of the running request carries; it lies on the request's thread. */
public record LogContext(String requestId, String traceId) {
  private static final ThreadLocal<@Nullable LogContext> CURRENT = new ThreadLocal<>();

  /** Sets it for this thread. */
  public void open() {
    CURRENT.set(this);
  }

  /** Forgets it. */
  public static void close() {
    CURRENT.remove();
  }

  static @Nullable LogContext current() {
    return CURRENT.get();
  }
}
