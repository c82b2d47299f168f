package tracker.work.view;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tracker.journal.HistoryEntry;
import tracker.shared.Ids;
import tracker.shared.Text;
import tracker.shared.view.People;
import tracker.shared.view.Times;
import tracker.shared.view.Words;

/** What happened to a task, in the reader's words. */
@RequestScoped
class Activity {
  private static final Set<String> PEOPLE = Set.of("assignee_id");
  private static final Map<String, String> ICONS =
      Map.of(
          "created", "plus",
          "status", "arrow-right",
          "priority", "flag",
          "due_at", "calendar",
          "assignee_id", "person",
          "tags", "tag",
          "deleted", "trash",
          "restored", "undo");

  /** Fields whose values are too long, or say nothing to people. */
  private static final Set<String> WITHOUT_VALUES =
      Set.of(
          "description", "created", "deleted", "restored", "refs", "type", "project", "parent_id");

  @Inject private People people;
  @Inject private Times times;
  @Inject private Words words;

  /** One line: who, what, when. */
  public record Line(@Nullable UUID actor, String icon, String text, Instant at) {}

  /** The ids of all people that these entries speak of. */
  static List<UUID> people(List<HistoryEntry> entries) {
    return entries.stream()
        .flatMap(
            entry ->
                PEOPLE.contains(entry.field())
                    ? Stream.of(entry.actorId(), id(entry.old()), id(entry.now()))
                    : Stream.of(entry.actorId()))
        .filter(Objects::nonNull)
        .map(UUID.class::cast)
        .toList();
  }

  /** The lines in the order of the entries; what people need not know is left out. */
  List<Line> lines(List<HistoryEntry> entries) {
    List<Line> lines = new ArrayList<>();
    for (HistoryEntry entry : entries) {
      if (words.containsKey("activity." + entry.field())) {
        String icon = ICONS.getOrDefault(entry.field(), "edit");
        lines.add(new Line(entry.actorId(), icon, text(entry), entry.at()));
      }
    }
    return lines;
  }

  private String text(HistoryEntry entry) {
    String key = "activity." + entry.field();
    if (WITHOUT_VALUES.contains(entry.field())) {
      return words.get(key);
    }
    String old = value(entry.field(), entry.old());
    String now = value(entry.field(), entry.now());
    if (old.isEmpty() || now.isEmpty()) {
      String form = now.isEmpty() ? ".cleared" : ".set";
      return words.say(Text.of(key + form, now.isEmpty() ? old : now));
    }
    return words.say(Text.of(key, old, now));
  }

  private String value(String field, @Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return "";
    }
    String text = value.isArray() ? joined(value) : value.asText();
    return switch (field) {
      case "status" -> words.get("status." + text);
      case "priority" -> words.get("priority." + text);
      case "assignee_id" -> people.name(Ids.parse(text));
      case "due_at" -> due(text);
      default -> text;
    };
  }

  private static String joined(JsonNode list) {
    return String.join(
        ", ",
        StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).sorted().toList());
  }

  private String due(String text) {
    try {
      return times.due(Instant.parse(text));
    } catch (DateTimeException e) {
      return text;
    }
  }

  private static @Nullable UUID id(@Nullable JsonNode value) {
    return value == null ? null : Ids.parse(value.asText());
  }
}
