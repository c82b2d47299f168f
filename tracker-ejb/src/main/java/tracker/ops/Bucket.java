package tracker.ops;

/**
 * Something that is limited.
 *
 * @param name what is counted, e.g. {@code tasks:10.0.0.7}
 * @param limit how many units it gives within any minute
 */
public record Bucket(String name, int limit) {
  private static final int SPAN_SECONDS = 60;

  /** How long leased units may lie in this process before they are lost. */
  static final int LEASE_SECONDS = 5;

  /** How many units are taken at once: about half a percent, so small limits stay exact. */
  int chunk() {
    return Math.max(1, limit / 200);
  }

  /** For how long a unit counts; leased ones are used later than taken, so they count longer. */
  int span() {
    return chunk() == 1 ? SPAN_SECONDS : SPAN_SECONDS + LEASE_SECONDS;
  }
}
