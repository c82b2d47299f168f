package tracker.webhook;

import java.util.List;
import java.util.Set;
import tracker.feed.Happened;
import tracker.shared.Problem;

/** What can be asked for. */
final class EventWords {
  private static final Set<String> ENTITIES =
      Set.of(
          "task",
          "comment",
          "attachment",
          "link",
          "project",
          "workflow",
          "tag",
          "filter",
          "country",
          "city",
          "amenity",
          "hotel",
          "room",
          "booking");

  private static final Set<String> VERBS = Set.of("*", "created", "updated", "deleted", "restored");

  private EventWords() {}

  /** The same without repetitions; an unknown one is 422 with its place. */
  static List<String> checked(List<String> events) {
    for (int i = 0; i < events.size(); i++) {
      if (!isKnown(events.get(i))) {
        throw Problem.invalid("events[" + i + "]", "invalid.event", events.get(i));
      }
    }
    return events.stream().distinct().toList();
  }

  private static boolean isKnown(String word) {
    String[] parts = word.split("\\.", -1);
    return word.equals("*")
        || word.equals("task.done")
        || parts.length == 2 && ENTITIES.contains(parts[0]) && VERBS.contains(parts[1]);
  }

  /** Whether these ask for an event. */
  static boolean ask(List<String> events, Happened event, boolean done) {
    if (event.first().entity().equals(WebhookHistory.ENTITY)) {
      return false; // who listens is no news to those who listen
    }
    String type = event.type();
    return events.contains("*")
        || events.contains(type)
        || events.contains(event.first().entity() + ".*")
        || done && events.contains("task.done");
  }
}
