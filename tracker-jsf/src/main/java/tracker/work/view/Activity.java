package tracker.work.view;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Text;
import tracker.shared.view.People;
import tracker.shared.view.Times;
import tracker.shared.view.Words;
import tracker.work.Tasks;

/** What happened to a task, in the reader's words. */
@RequestScoped
public class Activity {
  private static final String TASK = "task";
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
          "restored", "undo",
          "type", "t-task");

  /** Fields whose values are too long, or say nothing to people. */
  private static final Set<String> WITHOUT_VALUES =
      Set.of("description", "created", "deleted", "restored", "refs", "project", "parent_id");

  @Inject private Tasks tasks;
  @Inject private People people;
  @Inject private Times times;
  @Inject private Choices choices;
  @Inject @Any private Instance<Teller> tellers;
  @Inject private Words words;

  /**
   * One line: who, what, when.
   *
   * @param version the change, where it was one of the description; else null
   */
  public record Line(
      @Nullable UUID actor, String icon, String text, Instant at, @Nullable UUID version) {}

  /**
   * A part of what happened.
   *
   * @param lines newest first; what people need not know is left out
   * @param shown how many entries they stand for
   * @param total how many entries there are
   */
  public record Part(List<Line> lines, int shown, long total) {}

  /** What happened to a task, with all names fetched at once. */
  public Part of(String key, PageAsk ask) {
    Page<HistoryEntry> history = tasks.history(key, ask);
    people.meet(named(history.items()));
    return new Part(lines(key, history.items()), history.items().size(), history.total());
  }

  /** The ids of all people that these entries speak of. */
  private static List<UUID> named(List<HistoryEntry> entries) {
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

  private List<Line> lines(String key, List<HistoryEntry> entries) {
    Map<UUID, Line> told = new HashMap<>();
    for (Teller one : tellers) {
      Map<UUID, String> texts = one.told(key, entries);
      for (HistoryEntry entry : entries) {
        String text = texts.get(entry.id());
        if (text != null) {
          told.put(entry.id(), new Line(entry.actorId(), one.icon(), text, entry.at(), null));
        }
      }
    }
    List<Line> lines = new ArrayList<>();
    for (HistoryEntry entry : entries) {
      Line line = told.get(entry.id());
      if (line != null) {
        lines.add(line);
      } else if (words.containsKey(key(entry))) {
        String icon = ICONS.getOrDefault(entry.field(), "edit");
        UUID version = entry.field().equals("description") ? entry.id() : null;
        lines.add(new Line(entry.actorId(), icon, text(entry), entry.at(), version));
      }
    }
    return lines;
  }

  private static String key(HistoryEntry entry) {
    return "activity." + (entry.entity().equals(TASK) ? "" : entry.entity() + ".") + entry.field();
  }

  private String text(HistoryEntry entry) {
    String key = key(entry);
    if (!entry.entity().equals(TASK)) {
      JsonNode now = entry.now();
      return words.say(Text.of(key, now == null ? "" : now.path("name").asText()));
    }
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
      case "status" -> choices.statusName(text);
      case "priority" -> words.get("priority." + text);
      case "assignee_id" -> people.name(Ids.parse(text));
      case "due_at" -> due(text);
      case "type" -> choices.typeName(text);
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
