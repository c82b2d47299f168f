package tracker.journal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of the whole record, as lines of JSON: an entry is {@code {hash, prev, sealed}}, the end
 * of a chain {@code {head: {entity, entity_id, seq, hash}}}, the last line of all {@code {"end":
 * true}}. What is sealed is the text of {@code [id, entity, entity_id, scope, seq, actor,
 * operation, field, old, new, microseconds]}.
 *
 * @param next what to ask for the part after this one; null where this is the last
 */
public record Transcript(List<String> lines, @Nullable Place next) {
  /** Between two chains. */
  public record Place(UUID entityId, String entity) {
    /** Before all of them. */
    public static final Place START = new Place(new UUID(0, 0), "");
  }
}
