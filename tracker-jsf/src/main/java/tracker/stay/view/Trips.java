package tracker.stay.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.work.TaskName;
import tracker.work.Tasks;

/**
 * The tasks that bookings are for and that close rooms, as far as the reader sees them. A page that
 * shows many asks for all of them once.
 */
@Named("trips")
@RequestScoped
public class Trips {
  @Inject private Tasks tasks;

  private final Map<UUID, @Nullable TaskName> known = new HashMap<>();

  /** Fetches these tasks together. */
  public void meet(Collection<UUID> ids) {
    List<UUID> unknown = ids.stream().filter(id -> !known.containsKey(id)).distinct().toList();
    if (!unknown.isEmpty()) {
      Map<UUID, TaskName> found = tasks.names(unknown);
      unknown.forEach(id -> known.put(id, found.get(id)));
    }
  }

  /** The task; null where the reader does not see it, or where there is none. */
  public @Nullable TaskName task(@Nullable UUID id) {
    if (id == null) {
      return null;
    }
    meet(List.of(id));
    return known.get(id);
  }

  /** The first of these tasks that the reader sees, or null. */
  public @Nullable TaskName first(Collection<UUID> ids) {
    meet(ids);
    return ids.stream().map(known::get).filter(one -> one != null).findFirst().orElse(null);
  }
}
