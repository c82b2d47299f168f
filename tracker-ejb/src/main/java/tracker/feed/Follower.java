package tracker.feed;

import java.util.Collection;
import java.util.UUID;

/**
 * Something that walks the feed from places of its own. A bean of this type is found by itself and
 * walks in a thread of its own on each node that works, so it takes care that two nodes do not tell
 * the same.
 */
public interface Follower {
  /** Who walks now, by id: each of them from its own place. */
  Collection<UUID> walkers();

  /**
   * Lets one go on by a part, in a request of its own.
   *
   * @return whether more is known already
   */
  boolean step(UUID walker);
}
