package tracker.journal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A capability that can take changes of one of its entities back. Found by CDI; each entity word
 * has one.
 */
public interface Reversible {
  /** The word of the entity, e.g. {@code task}. */
  String entity();

  /**
   * Takes what one operation did to these entities back, under the caller's rights, and records
   * that as a change of its own.
   *
   * @param changes by entity, those of each newest first
   * @return those that stay as they are, and why (changed since by somebody, no right, gone)
   */
  Map<UUID, Skipped> revert(Map<UUID, List<HistoryEntry>> changes);

  /**
   * Whether these changes only came along with others of their operation, such as a tag that was
   * made for a task: they are taken back where that is possible, but neither counted nor named.
   *
   * @param words the entities of the whole operation
   */
  default boolean cameAlong(List<HistoryEntry> changes, Set<String> words) {
    return false;
  }
}
