package tracker.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One kind of work that is done later. A bean of this type is found by itself. It runs without a
 * caller and may run twice for one row, as a node can be killed between the work and the note that
 * it is done; so what it does must be the same when done again.
 */
public interface Job {
  /** Its word, such as {@code attachment.preview}. Rows carry it: it never changes. */
  String kind();

  /**
   * Does the work; what it throws makes it tried again later.
   *
   * @param about what the row was added with, mostly an id; empty where it comes by itself
   */
  void run(String about);

  /**
   * Told once when it failed for the last time and is kept as a dead one, or was taken back by an
   * operator, so that whoever waits for it learns that.
   */
  default void gaveUp(String about) {}

  /**
   * Whether nothing is left to do once it gave up, so that an operator cannot have a dead one done
   * again.
   */
  default boolean isOverWhenGivenUp() {
    return false;
  }

  /** How long after its end it comes again by itself, once on all nodes; null where it does not. */
  default @Nullable Duration every() {
    return null;
  }
}
