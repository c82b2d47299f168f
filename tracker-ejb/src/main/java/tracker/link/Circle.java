package tracker.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rule that an order of tasks never leads back to where it began. */
final class Circle {
  /** One step of the order. */
  record Step(UUID from, UUID to) {}

  private Circle() {}

  /**
   * The shortest circle that a new step would close, from its beginning along the steps that are
   * there back to its beginning; empty where it closes none.
   */
  static List<UUID> closedBy(Step step, Collection<Step> there) {
    Map<UUID, List<UUID>> next = new HashMap<>();
    there.forEach(one -> next.computeIfAbsent(one.from(), id -> new ArrayList<>()).add(one.to()));
    Map<UUID, UUID> cameFrom = new HashMap<>(Map.of(step.to(), step.from()));
    Deque<UUID> open = new ArrayDeque<>(List.of(step.to()));
    while (!open.isEmpty()) {
      UUID at = open.removeFirst();
      if (at.equals(step.from())) {
        return wayBack(at, cameFrom);
      }
      for (UUID to : next.getOrDefault(at, List.of())) {
        if (cameFrom.putIfAbsent(to, at) == null) {
          open.addLast(to);
        }
      }
    }
    return List.of();
  }

  private static List<UUID> wayBack(UUID end, Map<UUID, UUID> cameFrom) {
    Deque<UUID> way = new ArrayDeque<>(List.of(end));
    UUID at = end;
    do {
      at = cameFrom.getOrDefault(at, end);
      way.addFirst(at);
    } while (!at.equals(end));
    return List.copyOf(way);
  }
}
