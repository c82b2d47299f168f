package tracker.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes changes back entity by entity: for those of which an operation changes few. */
public interface ReversibleOneByOne extends Reversible {
  /**
   * Takes the changes of one entity back, newest first.
   *
   * @return empty where it was undone, else why not
   */
  Optional<Skipped> revert(UUID id, List<HistoryEntry> changes);

  @Override
  default Map<UUID, Skipped> revert(Map<UUID, List<HistoryEntry>> changes) {
    Map<UUID, Skipped> stay = new LinkedHashMap<>();
    changes.forEach((id, its) -> revert(id, its).ifPresent(why -> stay.put(id, why)));
    return stay;
  }
}
