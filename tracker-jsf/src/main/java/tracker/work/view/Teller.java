package tracker.work.view;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import tracker.journal.HistoryEntry;

/**
 * Puts into words what another capability wrote into the history of a task. A bean of this type is
 * found by itself.
 */
public interface Teller {
  /** The icon before its lines. */
  String icon();

  /** The words for its own ones of these entries, by their ids; none for what is to be hidden. */
  Map<UUID, String> told(String task, List<HistoryEntry> entries);
}
