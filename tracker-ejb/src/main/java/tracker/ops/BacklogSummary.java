package tracker.ops;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How work that is done later stands, on all nodes together.
 *
 * @param oldestSeconds how late the first is that nobody has in hand
 * @param kinds how much there is of each kind, where there is any
 * @param schedule what comes by itself
 * @param throughput how tries ended, by hour and kind, of the last 24 hours
 */
public record BacklogSummary(
    long waiting,
    long running,
    long dead,
    long oldestSeconds,
    List<OfKind> kinds,
    List<Scheduled> schedule,
    List<Throughput> throughput) {
  /** How much there is of one kind. */
  public record OfKind(String kind, long waiting, long running, long dead) {}

  /**
   * What comes by itself, once on all nodes.
   *
   * @param everySeconds how long after its end it comes again
   * @param nextAt when it comes; null where no node has taken it up yet
   * @param runningSince since when it runs; null where it does not
   * @param lastAt when it ran last
   * @param lastError why it failed the last time; null where it did not
   */
  public record Scheduled(
      String kind,
      long everySeconds,
      @Nullable Instant nextAt,
      @Nullable Instant runningSince,
      @Nullable Instant lastAt,
      @Nullable String lastError) {}

  /** How tries of one kind ended in one hour. */
  public record Throughput(Instant hour, String kind, long ok, long failed) {}
}
