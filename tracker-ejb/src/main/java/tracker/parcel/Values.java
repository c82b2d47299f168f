package tracker.parcel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that stand inside recorded changes, by other names: ids become references on the way
 * out and references ids on the way in. What is not known stays as it is.
 *
 * @param names the other name by the one that stands there
 */
record Values(Map<String, String> names) {
  private static final String MEMBER = "members.";
  private static final String ASSIGNEE = "assignee_id";

  /** The entry under the other names. */
  Packed.Entry of(Packed.Entry entry) {
    return new Packed.Entry(
        entry.id(),
        entry.entity(),
        entry.entityId(),
        entry.scope(),
        entry.about(),
        entry.at(),
        entry.actor(),
        entry.operationId(),
        field(entry),
        value(entry, entry.old()),
        value(entry, entry.now()));
  }

  private String field(Packed.Entry entry) {
    String field = entry.field();
    return entry.entity().equals("project") && field.startsWith(MEMBER)
        ? MEMBER + other(field.substring(MEMBER.length()))
        : field;
  }

  private @Nullable JsonNode value(Packed.Entry entry, @Nullable JsonNode value) {
    if (value == null || !entry.entity().equals("task")) {
      return value;
    }
    if (entry.field().equals(ASSIGNEE) && value.isTextual()) {
      return TextNode.valueOf(other(value.asText()));
    }
    if (entry.field().equals("created") && value.path(ASSIGNEE).isTextual()) {
      ObjectNode fields = value.deepCopy();
      fields.put(ASSIGNEE, other(fields.path(ASSIGNEE).asText()));
      return fields;
    }
    return value;
  }

  private String other(String name) {
    return names.getOrDefault(name, name);
  }
}
