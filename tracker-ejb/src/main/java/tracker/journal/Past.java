package tracker.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.shared.Json;
import tracker.shared.Problem;
import tracker.shared.Text;
import tracker.shared.Texts;

/**
 * What an operation did to one entity: per field the value before its first change and after its
 * last.
 */
public final class Past {
  /** The two ends of a field's changes; absent values are JSON null. */
  public record Ends(JsonNode old, JsonNode now) {}

  private final Map<String, Ends> fields = new LinkedHashMap<>();

  /** Reads changes, newest first. */
  public Past(List<HistoryEntry> changes) {
    for (HistoryEntry one : changes) {
      JsonNode old = orNull(one.old());
      fields.merge(
          one.field(),
          new Ends(old, orNull(one.now())),
          (newer, older) -> new Ends(old, newer.now()));
    }
  }

  private static JsonNode orNull(@Nullable JsonNode value) {
    return value == null ? NullNode.getInstance() : value;
  }

  public Map<String, Ends> fields() {
    return fields;
  }

  public boolean did(String what) {
    return fields.containsKey(what);
  }

  /** What was there when it was created. */
  public JsonNode created() {
    return Objects.requireNonNull(fields.get("created")).now();
  }

  /** Whether a value is still what the operation left. */
  public static boolean isStill(JsonNode left, @Nullable Object present) {
    JsonNode now = present == null ? NullNode.getInstance() : Json.shared().valueToTree(present);
    return left.equals(now);
  }

  /** The refusal of one entity inside an undo, in the caller's language. */
  public static Skipped skipped(Caller caller, UUID id, Problem.Code code, Object... args) {
    String words = Texts.in(caller.locale()).say(Text.of(code.textKey(), args));
    return new Skipped(id, code.name(), words);
  }

  /** The same for a rule that refused the way back. */
  public static Skipped skipped(Caller caller, UUID id, Problem problem) {
    Texts texts = Texts.in(caller.locale());
    Text words = problem.fields().values().stream().findFirst().orElse(problem.text());
    return new Skipped(id, problem.code().name(), texts.say(words));
  }
}
