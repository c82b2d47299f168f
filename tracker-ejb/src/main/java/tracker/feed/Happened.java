package tracker.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What one operation did to one thing: the unit in which others are told. Its id comes from the
 * two, so that it is the same whoever is told and however often.
 *
 * @param changes of one entity in one operation, in their order; at least one
 */
public record Happened(List<ChangeView> changes) {
  private static final Set<String> WHOLES = Set.of("created", "deleted", "restored");

  /** The events among these changes, in their order. */
  public static List<Happened> among(List<ChangeView> changes) {
    Map<List<Object>, List<ChangeView>> events = new LinkedHashMap<>();
    for (ChangeView one : changes) {
      events
          .computeIfAbsent(
              List.of(one.operationId(), one.entity(), one.entityId()), key -> new ArrayList<>())
          .add(one);
    }
    return events.values().stream().map(Happened::new).toList();
  }

  public ChangeView first() {
    return changes.get(0);
  }

  public UUID id() {
    ChangeView one = first();
    String name = one.operationId() + one.entity() + one.entityId();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code task.created}, {@code comment.updated} and the like. */
  public String type() {
    String verb =
        changes.stream()
            .map(ChangeView::field)
            .filter(WHOLES::contains)
            .findFirst()
            .orElse("updated");
    return first().entity() + "." + verb;
  }

  /** Each status that a task came to; none for all else. */
  public List<String> statuses() {
    return changes.stream()
        .filter(one -> one.entity().equals("task") && one.field().equals("status"))
        .map(ChangeView::now)
        .filter(now -> now != null && now.isTextual())
        .map(JsonNode::asText)
        .toList();
  }
}
