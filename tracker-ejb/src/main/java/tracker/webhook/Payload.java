package tracker.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import tracker.feed.ChangeView;
import tracker.feed.Happened;
import tracker.shared.Json;

/** What is posted. */
final class Payload {
  private Payload() {}

  /**
   * An event as JSON.
   *
   * @param type as it is told: what is done is {@code task.done} to those who asked for that
   */
  static String of(Happened event, String type) {
    ChangeView last = event.changes().get(event.changes().size() - 1);
    ObjectNode data = Json.shared().createObjectNode();
    data.put("entity", last.entity());
    data.put("entity_id", last.entityId().toString());
    put(data, "task_id", last.taskId());
    put(data, "task_key", last.taskKey());
    put(data, "project_id", last.projectId());
    put(data, "project_key", last.projectKey());
    put(data, "actor_id", last.actorId());
    data.put("operation_id", last.operationId().toString());
    for (ChangeView one : event.changes()) {
      ObjectNode change = data.withArray("/changes").addObject();
      change.put("field", one.field());
      change.set("old", one.old());
      change.set("new", one.now());
    }
    ObjectNode all = Json.shared().createObjectNode();
    all.put("id", event.id().toString());
    all.put("type", type);
    all.put("timestamp", last.at().toString());
    all.set("data", data);
    return Json.write(all);
  }

  private static void put(ObjectNode to, String name, @Nullable Object value) {
    to.put(name, value == null ? null : value.toString());
  }
}
