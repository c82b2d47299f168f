package tracker.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.feed.ChangeView;
import tracker.shared.Json;

/**
 * What one operation did to one thing: the unit in which webhooks are told. Its id comes from the
 * two, so that it is the same whoever is told and however often.
 *
 * @param changes of one entity in one operation, in their order; at least one
 */
record Happened(List<ChangeView> changes) {
  private static final Set<String> WHOLES = Set.of("created", "deleted", "restored");

  /** The events among these changes, in their order. */
  static List<Happened> among(List<ChangeView> changes) {
    Map<List<Object>, List<ChangeView>> events = new LinkedHashMap<>();
    for (ChangeView one : changes) {
      events
          .computeIfAbsent(
              List.of(one.operationId(), one.entity(), one.entityId()), key -> new ArrayList<>())
          .add(one);
    }
    return events.values().stream().map(Happened::new).toList();
  }

  private ChangeView first() {
    return changes.get(0);
  }

  UUID id() {
    ChangeView one = first();
    String name = one.operationId() + one.entity() + one.entityId();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code task.created}, {@code comment.updated} and the like. */
  String type() {
    String verb =
        changes.stream()
            .map(ChangeView::field)
            .filter(WHOLES::contains)
            .findFirst()
            .orElse("updated");
    return first().entity() + "." + verb;
  }

  /** Whether somebody who asked for these wants it. */
  boolean isAmong(List<String> events, boolean done) {
    String type = type();
    return events.contains("*")
        || events.contains(type)
        || events.contains(first().entity() + ".*")
        || done && events.contains("task.done");
  }

  /** Each status that a task came to; none for all else. */
  List<String> statuses() {
    return changes.stream()
        .filter(one -> one.entity().equals("task") && one.field().equals("status"))
        .map(ChangeView::now)
        .filter(now -> now != null && now.isTextual())
        .map(JsonNode::asText)
        .toList();
  }

  /**
   * What is posted.
   *
   * @param type as it is told: what is done is {@code task.done} to those who asked for that
   */
  String payload(String type) {
    ChangeView last = changes.get(changes.size() - 1);
    ObjectNode data = Json.shared().createObjectNode();
    data.put("entity", last.entity());
    data.put("entity_id", last.entityId().toString());
    put(data, "task_id", last.taskId());
    put(data, "task_key", last.taskKey());
    put(data, "project_id", last.projectId());
    put(data, "project_key", last.projectKey());
    put(data, "actor_id", last.actorId());
    data.put("operation_id", last.operationId().toString());
    for (ChangeView one : changes) {
      ObjectNode change = data.withArray("/changes").addObject();
      change.put("field", one.field());
      change.set("old", one.old());
      change.set("new", one.now());
    }
    ObjectNode all = Json.shared().createObjectNode();
    all.put("id", id().toString());
    all.put("type", type);
    all.put("timestamp", last.at().toString());
    all.set("data", data);
    return Json.write(all);
  }

  private static void put(ObjectNode to, String name, @Nullable Object value) {
    to.put(name, value == null ? null : value.toString());
  }
}
